#!/usr/bin/env bash
# New hashed locks. Usage: tools/lock.sh BIN   (pip-tools is installed beside, it is no part of the locks)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1/python" -m venv "$work/v"
"$work/v/bin/pip" install --quiet pip-tools
cd requirements
for name in run dev; do
  PIP_CONSTRAINT='' "$work/v/bin/pip-compile" --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --no-header --no-annotate -o "$name.txt" "$name.in"
done
