#!/bin/sh
# Prepare .venv and the built front end. Usage: scripts/setup.sh [runtime|test]
# Run again it does only what has changed: each step leaves a stamp with the hash of what it read.
set -eu
cd "$(dirname "$0")/.."
what="${1:-runtime}"
stamps=.stamps
mkdir -p "$stamps"

doing=""
step() { doing="$*"; printf '  %s\n' "$*"; }
stopped() {
  [ "$1" = 0 ] || [ -z "$doing" ] ||
    echo "Stopped at: $doing. Mend what is said above (often it is the network), then run the same command again: what is done stays done." >&2
}
trap 'stopped $?' EXIT
hash_of() { cat "$@" | cksum | tr ' ' -; }
is_fresh() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]; }
mark() { printf '%s' "$2" > "$stamps/$1"; }

python=""
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
  [ -n "$candidate" ] || continue
  if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python="$candidate"; break; fi
done
[ -n "$python" ] || { echo "Clear Days needs Python 3.11 or later. Install it (Debian and Ubuntu: sudo apt-get install python3), or name it: make demo PYTHON=/path/to/python" >&2; exit 1; }

# System packages: WeasyPrint's text shaping, a font for PDFs, and venv where Debian splits it off.
needs=""
"$python" -c 'import ensurepip, venv' 2>/dev/null || needs="$needs python3-venv"
for library in pango-1.0 pangoft2-1.0 harfbuzz-subset; do
  # -p lists what the loader knows; the soname differs from the package by a version only
  /sbin/ldconfig -p 2>/dev/null | grep -q "lib$library\.so" || needs="$needs lib$library-0"
done
needs=$(echo "$needs" | sed 's/libharfbuzz-subset-0/libharfbuzz-subset0/')
fc-list 2>/dev/null | grep -qi liberation || [ -d /usr/share/fonts/truetype/liberation ] || needs="$needs fonts-liberation"
[ -z "$needs" ] || scripts/system-packages.sh required $needs

boot=$(hash_of requirements/boot.txt)
if ! is_fresh boot "$boot" || [ ! -x .boot/bin/uv ]; then
  step "Installing the build tools (uv, Node)"
  "$python" -m venv .boot
  .boot/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/boot.txt
  mark boot "$boot"
fi

# Behind a council's proxy the certificates that count are those of the system.
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}" NODE_USE_SYSTEM_CA="${NODE_USE_SYSTEM_CA:-1}"
lock=requirements/$what.txt
[ "$what" = test ] && lock=requirements/dev.txt
packages=$(hash_of "$lock" pyproject.toml)
# Whoever has the tests' packages has those of the application too.
if [ ! -x .venv/bin/cleardays ] || { ! is_fresh "$what" "$packages" && ! { [ "$what" = runtime ] && is_fresh test "$(hash_of requirements/dev.txt pyproject.toml)"; }; }; then
  step "Installing Python packages from $lock"
  [ -x .venv/bin/python ] || .boot/bin/uv venv -q --no-python-downloads --python "$python" .venv
  .boot/bin/uv pip sync -q --python .venv/bin/python --require-hashes "$lock"
  .boot/bin/uv pip install -q --python .venv/bin/python --no-deps --editable .
  rm -f "$stamps/runtime" "$stamps/test"
  mark "$what" "$packages"
fi

node=$(hash_of package.json package-lock.json)
front=$(find cleardays/design/styles cleardays/design/scripts cleardays/design/build.mjs package.json package-lock.json -type f | sort | xargs cat | cksum | tr ' ' -)
PATH="$PWD/.boot/bin:$PATH"
export PATH
if ! is_fresh node "$node" || [ ! -d node_modules ]; then
  step "Installing the front-end packages"
  npm ci --loglevel=error --no-audit --no-fund --ignore-scripts >/dev/null
  mark node "$node"
fi
if ! is_fresh front "$front" || [ ! -d cleardays/design/static/design/dist ]; then
  step "Building styles and scripts"
  npm run --silent build
  mark front "$front"
fi
