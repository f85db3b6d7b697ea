#!/bin/sh
# Install Debian or Ubuntu packages, or say which command does. Usage: system-packages.sh required|optional NAME...
set -eu
how="$1"; shift
if ! command -v apt-get >/dev/null; then
  echo "Please install with your system's package manager (Debian's names): $*" >&2
  [ "$how" = optional ] && exit 0 || exit 1
fi
sudo=""
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo="sudo -n"
  else
    echo "These system packages are missing. Please run, then try again:" >&2
    echo "  sudo apt-get install --no-install-recommends $*" >&2
    [ "$how" = optional ] && exit 0 || exit 1
  fi
fi
printf '  Installing system packages: %s\n' "$*"
$sudo apt-get update -qq || true
if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
  [ "$how" = optional ] && { echo "Could not install $*: going on without" >&2; exit 0; } || exit 1
fi
