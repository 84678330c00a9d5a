#!/usr/bin/env bash
# Does check_layers.sh find what it is there to find? Builds a small tree with every kind of mistake.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cd "$tree"
mkdir -p include/floorwalker sim/kernel sim/model sim/store sim/odd viz

file() { cat > "$1"; }
expect() {
    diff <(printf '%s\n' "$@") <("$here/check_layers.sh" "$tree" 2>&1 | sed 's/ (it may use.*//') \
        || { echo "check_layers.sh said something else (>) than expected (<)"; exit 1; }
}

file include/floorwalker/time.hpp <<< '#include <cstdint>'
file sim/kernel/clock.hpp <<< '#include <floorwalker/time.hpp>'
file sim/model/world.hpp <<< '#include "sim/kernel/clock.hpp"'
file sim/store/CMakeLists.txt <<< 'floorwalker_module(store USES measure model LIBRARIES SQLiteCpp)'
file viz/floor.cpp <<< '#include <floorwalker/time.hpp>'
expect "5 files keep to the layers"

file include/floorwalker/api.hpp <<< '#include "sim/kernel/clock.hpp"'
printf '%s\n' '// up' '#  include "sim/model/world.hpp"' > sim/kernel/up.hpp
file sim/kernel/CMakeLists.txt <<< 'floorwalker_module(kernel USES model)'
file sim/model/near.hpp <<< '#include "world.hpp"'
file sim/model/toml.cpp <<< '#include <toml++/toml.h>'
file sim/odd/odd.cpp < /dev/null
file viz/inside.cpp <<< '#include <sim/model/world.hpp>'
expect \
    "include/floorwalker/api.hpp:1: include may not use sim/kernel/clock.hpp" \
    "sim/kernel/CMakeLists.txt:1: kernel may not use model" \
    "sim/kernel/up.hpp:2: kernel may not use sim/model/world.hpp" \
    "sim/model/near.hpp:1: write \"world.hpp\" from the root of the repository, as in \"sim/model/world.hpp\"" \
    "sim/model/toml.cpp:1: model may not use <toml++/toml.h>: it is for scenario only" \
    "sim/odd/odd.cpp:0: the layer odd is not in layers.txt" \
    "viz/inside.cpp:1: viz may not use sim/model/world.hpp" \
    "7 mistakes in 12 files"
