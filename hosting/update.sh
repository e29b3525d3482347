#!/bin/sh
# Puts a version of the site where people are using another one. Back again: the same, with the version of before.
#
#     sh update.sh DIST FOLDER        (DIST: the site as it was built; FOLDER: where the web server has it)
#
# A page names its files by their content. They come first and the page last, so no page names what is not there yet; and those of
# before stay, for whoever has the page of before open. The municipality's konfiguration.json is left alone.
set -eu

new=$1
site=$2
hex='[0-9a-f][0-9a-f][0-9a-f][0-9a-f]'

[ -f "$new/index.html" ] || { echo "$new has no index.html: it is not a built site. Nothing was changed." >&2; exit 1; }

# Each file takes its place whole, in one step, and with the time of now: a browser that asks again is told that it has changed.
put() {
    while IFS= read -r file; do
        mkdir -p "$site/$(dirname "$file")"
        cp "$new/$file" "$site/$file.coming"
        mv "$site/$file.coming" "$site/$file"
    done
}

in_new() { (cd "$new" && find . -type f "$@"); }

in_new -name "*-$hex$hex*.*" | put
in_new ! -name "*-$hex$hex*.*" ! -name 'index.html*' ! -name konfiguration.json | put
in_new -name 'index.html*' | put

# A page that the new version does not have.
for page in sag evaluering; do
    [ -e "$new/$page" ] || rm -f "$site/$page/index.html" "$site/$page/index.html.br" "$site/$page/index.html.gz"
done
