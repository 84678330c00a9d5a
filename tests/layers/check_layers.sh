#!/usr/bin/env bash
# check_layers.sh [ROOT]: do the sources under ROOT keep to layers.txt? Tells each line that does not.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "${1:-$here/../..}"

folders=()
for folder in include sim viz examples; do
    [[ -d $folder ]] && folders+=("$folder")
done
find "${folders[@]}" -type f \( -name '*.hpp' -o -name '*.h' -o -name '*.cpp' -o -path 'sim/*/CMakeLists.txt' \) | sort \
    | awk -v table="$here/layers.txt" '
    function complain(message) {
        print file ":" line_number ": " message
        ++mistakes
    }

    function read_table(    text, part, words, count, i, name, below) {
        while ((getline text < table) > 0) {
            sub(/#.*/, "", text)
            if (text !~ /:/) continue
            split(text, part, ":")
            split(part[1], words, " ")
            name = words[2]
            count = split(part[2], below, " ")
            if (words[1] == "library") {
                for (i = 1; i <= count; ++i) may_use_library[below[i], name] = 1
                library[name] = part[2]
                continue
            }
            known[name] = may[name, name] = 1
            for (i = 1; i <= count; ++i) {
                if (!(below[i] in known) || below[i] == name) {
                    print table ": layer " name " names " below[i] ", which is not listed before it"
                    exit failed = 1
                }
                allow(name, below[i])
            }
        }
    }

    # What LOWER may include, NAME may too.
    function allow(name, lower,    other) {
        for (other in known) if ((lower, other) in may) may[name, other] = 1
    }

    function allowed_to(name,    other, list) {
        for (other in known) if ((name, other) in may && other != name) list = list " " other
        return list == "" ? " nothing" : list
    }

    function layer_of(path,    part) {
        split(path, part, "/")
        return part[1] == "sim" ? part[2] : part[1]
    }

    function check_use(target, what) {
        if (!((layer, target) in may))
            complain(layer " may not use " what " (it may use:" allowed_to(layer) ")")
    }

    function check_include(path,    target, neighbour, text, name) {
        if (path ~ /^floorwalker\//) target = "include"
        else if (path ~ /^(sim|viz|tests|bench|examples)\//) target = layer_of(path)
        if (target != "") {
            check_use(target, path)
            return
        }
        neighbour = file
        sub(/[^\/]*$/, "", neighbour)
        if ((getline text < (neighbour path)) >= 0) {
            close(neighbour path)
            complain("write \"" path "\" from the root of the repository, as in \"" neighbour path "\"")
        }
        for (name in library)
            if (index(path, name) == 1 && !((layer, name) in may_use_library))
                complain(layer " may not use <" path ">: it is for" library[name] " only")
    }

    function check_source(    text, path) {
        while ((getline text < file) > 0) {
            ++line_number
            if (text !~ /^[ \t]*#[ \t]*include[ \t]*["<]/) continue
            path = text
            sub(/^[^"<]*["<]/, "", path)
            sub(/[">].*/, "", path)
            check_include(path)
        }
    }

    function check_uses(    text, words, count, i, listing) {
        while ((getline text < file) > 0) {
            ++line_number
            sub(/#.*/, "", text)
            gsub(/[()]/, " & ", text)
            count = split(text, words, " ")
            for (i = 1; i <= count; ++i) {
                if (words[i] == "USES") listing = 1
                else if (words[i] !~ /^[a-z_]+$/) listing = 0
                else if (listing) check_use(words[i], words[i])
            }
        }
    }

    BEGIN { read_table() }
    {
        file = $0
        layer = layer_of(file)
        line_number = 0
        ++files
        if (!(layer in known)) complain("the layer " layer " is not in layers.txt")
        else if (file ~ /CMakeLists\.txt$/) check_uses()
        else check_source()
        close(file)
    }
    END {
        if (failed) exit 1
        if (mistakes) { print mistakes " mistakes in " files " files"; exit 1 }
        print files " files keep to the layers"
    }'
