#!/bin/sh
# Make the virtual environment with the newest Python from 3.11 on that this machine has.
set -eu
venv=${1:-.venv}

for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
    python=$name
    break
  fi
done

if [ -z "${python:-}" ]; then
  echo "Engage needs Python 3.11, 3.12, 3.13 or 3.14, and this machine has none of them." >&2
  exit 1
fi

echo "Making the virtual environment $venv with $("$python" --version)."
if ! "$python" -m venv --clear "$venv"; then
  rm -rf "$venv"
  echo "$python cannot make a virtual environment. On Debian and Ubuntu, install python3-venv and try again." >&2
  exit 1
fi
