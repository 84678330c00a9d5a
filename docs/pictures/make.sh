#!/usr/bin/env bash
# Makes the pictures of docs/viz.md again: docs/pictures/make.sh [PROGRAM]. Needs the built program and xvfb-run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$(realpath "${1:-$root/build/release/bin/floorwalker-viz}")
script=$(mktemp)
trap 'rm -f "$script"' EXIT

# Each moment in both languages and both themes: one picture in English, one in Chinese and the other theme.
{
    echo "settle"
    theme=dark
    for moment in 10:30 11:10 15:40 19:10; do
        echo "seek $moment"
        for language in en zh; do
            echo "frames 3"
            echo "picture floor_${moment/:/}_${language}_$theme.png"
            echo "key L"
            # The English picture of the next moment has the theme of this one's Chinese picture.
            if [[ $language == en ]]; then
                echo "key T"
                [[ $theme == dark ]] && theme=light || theme=dark
            fi
        done
    done
    echo "seek 11:10"
    echo "key C"
    echo "click chart_2"
    echo "frames 3"
    echo "picture charts_1110.png"
} >"$script"

cd "$here"
xvfb-run -a "$program" "$root/scenarios/hotline.toml" --size 1280x720 --script "$script"
