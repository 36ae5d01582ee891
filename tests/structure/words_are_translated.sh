#!/bin/sh
# words_are_translated.sh LUPDATE SOURCE_DIR: every word people read has a Korean one. Brings copies of the words up to date with
# the code and looks for what is missing.
set -eu
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
cd "$2"
cp translations/bellwether_ko.ts translations/bellwether_en.ts "$copies"
"$1" -silent -no-obsolete -locations none ui app/workbench -ts "$copies/bellwether_ko.ts" 2>/dev/null
"$1" -silent -no-obsolete -locations none -pluralonly ui app/workbench -ts "$copies/bellwether_en.ts" 2>/dev/null
if grep -B1 'type="unfinished"' "$copies"/*.ts; then
    echo "these words are not translated yet" >&2
    exit 1
fi
