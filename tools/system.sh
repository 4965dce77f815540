#!/usr/bin/env bash
# What the system must have before the environment can be made. As root: installed. Otherwise: named, exit 1.
# Usage: tools/system.sh [qt]     "qt" adds the libraries that Qt's window needs.
set -euo pipefail
missing=()

have_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
need_library() { have_library "$1" || missing+=("$2"); }

if ! command -v "${PYTHON:-python3}" >/dev/null; then
  missing+=(python3 python3-venv)
elif ! "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null; then
  missing+=(python3-venv)
fi

if [ "${1:-}" = qt ]; then
  need_library libEGL.so.1 libegl1
  need_library libGL.so.1 libgl1
  need_library libX11.so.6 libx11-6
  need_library libdbus-1.so.3 libdbus-1-3
  need_library libfontconfig.so.1 libfontconfig1
  need_library libglib-2.0.so.0 libglib2.0-0
  need_library libxkbcommon.so.0 libxkbcommon0
  need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
  need_library libxcb-cursor.so.0 libxcb-cursor0
  need_library libxcb-icccm.so.4 libxcb-icccm4
  need_library libxcb-image.so.0 libxcb-image0
  need_library libxcb-keysyms.so.1 libxcb-keysyms1
  need_library libxcb-randr.so.0 libxcb-randr0
  need_library libxcb-render-util.so.0 libxcb-render-util0
  need_library libxcb-shape.so.0 libxcb-shape0
  need_library libxcb-xkb.so.1 libxcb-xkb1
  need_library libX11-xcb.so.1 libx11-xcb1
fi

[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "Missing on this system (Debian's names): ${missing[*]}. See README for Windows and macOS." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Nothing was changed. Install first: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
