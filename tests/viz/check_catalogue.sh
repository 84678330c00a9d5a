#!/usr/bin/env bash
# Holds every catalogue in viz/po/ against the texts in viz/: each text is there once, translated, with the same braces.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

# One text a line, msgid and msgstr with a tab between; the header and comments left out.
pairs() {
    msgcat --no-wrap --no-location "$1" | awk '
        function flush() { if (id != "") print id "\t" text; id = text = "" }
        function body(line) { sub(/^[^"]*"/, "", line); sub(/"$/, "", line); return line }
        /^msgid /  { flush(); id = body($0); in_id = 1; next }
        /^msgstr / { text = body($0); in_id = 0; next }
        /^"/       { if (in_id) id = id body($0); else text = text body($0) }
        END        { flush() }' | LC_ALL=C sort
}

# In their order: it says which value each of them takes.
braces() { grep -oE '\{[^}]*\}' <<<"$1" || true; }

failed=0
complain() {
    printf '%s\n' "$1" >&2
    failed=1
}

find "$root/viz" -name '*.[ch]pp' -print0 | LC_ALL=C sort -z | xargs -0 xgettext --from-code=UTF-8 --language=C++ \
    --keyword=tr --keyword=N_ --no-location --no-wrap --output="$here/said.pot"
pairs "$here/said.pot" | cut -f1 >"$here/said"
[[ $(wc -l <"$here/said") -gt 100 ]] || complain "viz/ says hardly anything: has tr() another name?"

for catalogue in "$root"/viz/po/*.po; do
    name=viz/po/$(basename "$catalogue")
    msgfmt --check --output-file=/dev/null "$catalogue" || complain "$name: msgfmt finds faults"
    msgattrib --only-fuzzy --no-wrap "$catalogue" | grep -q '^#.*fuzzy' && complain "$name: there are fuzzy texts"
    grep -q '^#~' "$catalogue" && complain "$name: there are obsolete texts"
    pairs "$catalogue" >"$here/pairs"
    cut -f1 "$here/pairs" >"$here/known"
    while IFS= read -r text; do complain "$name: \"$text\" is missing"; done < <(LC_ALL=C comm -23 "$here/said" "$here/known")
    while IFS= read -r text; do complain "$name: nobody says \"$text\""; done < <(LC_ALL=C comm -13 "$here/said" "$here/known")
    while IFS=$'\t' read -r english other; do
        [[ -n $other ]] || complain "$name: \"$english\" is not translated"
        [[ -z $other || $(braces "$english") == "$(braces "$other")" ]] ||
            complain "$name: \"$english\" and \"$other\" have different braces"
    done <"$here/pairs"
done
exit $failed
