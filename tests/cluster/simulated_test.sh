#!/usr/bin/env bash
# simulated_test.sh MODEL: does the hand-out keep a simulated cluster busy, and say the same each time?
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
model=$1

simulate() { "$here/../../bench/cluster/simulate" --model "$model" --nodes 16 --tasks 4000 --scale 0.1 "$@"; }
fail() { echo "$*" >&2; exit 1; }
field() { cut -d, -f "$1"; }

line=$(simulate)
echo "star: $line"
[[ $(field 1 <<< "$line") = 16 && $(field 2 <<< "$line") = 4000 ]] || fail "not what was asked for"
# 4,000 tasks of 0.225 s in the mean on 16 nodes take 56 s; the last ones, of 1 s at most, end apart: 1 / 56 < 2 %.
awk -F, '{ exit !($5 >= 0.97 && $5 <= 1) }' <<< "$line" || fail "efficiency is not between 0.97 and 1"
awk -F, '{ difference = $3 / ($1 * $4) - $5; exit !(difference < 1e-3 && difference > -1e-3) }' <<< "$line" \
    || fail "efficiency is not work / (nodes × time)"

[[ $(simulate) = "$line" ]] || fail "a second simulation says something else"
tree=$(simulate --topology fat_tree)
echo "fat tree: $tree"
[[ $(field 3 <<< "$tree") = "$(field 3 <<< "$line")" ]] || fail "the work depends on the network"

# A writer that needs longer for a result than the nodes need to make one is what all wait for: 4,000 results of 20 ms.
slow=$(simulate --write 20000)
echo "slow writer: $slow"
awk -F, '{ exit !($4 >= 79.9 && $6 >= 0.98) }' <<< "$slow" || fail "a slow writer is no limit"
