#!/bin/sh
# Back up Engage's database and uploads into a folder. Safe while people answer.
#
#   backup.sh /var/backups/engage
#
# Reads DATABASE_URL, MEDIA_ROOT and VOICES_ROOT from the environment. Makes engage-<time>.sqlite3.gz or
# engage-<time>.dump, media-<time>.tar.gz, and voices-<time>.tar.gz where VOICES_ROOT is a folder.
# Restoring: docs/web-team/back-up.md
set -eu
umask 077

folder=${1:?"Say where to: backup.sh FOLDER"}
: "${DATABASE_URL:?}" "${MEDIA_ROOT:?}"
time=$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$folder"

case $DATABASE_URL in
sqlite:*)
  # ".backup" copies a whole state, also while somebody writes. A plain copy of the file may not.
  copy=$folder/engage-$time.sqlite3
  sqlite3 -cmd ".timeout 20000" "${DATABASE_URL#sqlite:///}" ".backup '$copy'"
  [ "$(sqlite3 "$copy" "PRAGMA integrity_check")" = ok ]
  gzip "$copy"
  ;;
*)
  pg_dump --format=custom --no-owner --file="$folder/engage-$time.dump" "$DATABASE_URL"
  ;;
esac

# After the database: an upload that came in between is in the files at least.
tar -C "$MEDIA_ROOT" -czf "$folder/media-$time.tar.gz" .
if [ -d "${VOICES_ROOT:-}" ]; then
  tar -C "$VOICES_ROOT" -czf "$folder/voices-$time.tar.gz" .
fi
echo "Backed up to $folder, $time."
