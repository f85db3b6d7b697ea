#!/bin/sh
# What the tests need of the system: PostgreSQL's programs, a Chromium, LibreOffice.
set -eu
cd "$(dirname "$0")/.."
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || scripts/system-packages.sh required postgresql
command -v soffice >/dev/null || scripts/system-packages.sh optional libreoffice-writer-nogui
for browser in chromium chromium-browser google-chrome; do command -v "$browser" >/dev/null && exit 0; done
# Ubuntu's chromium package is a snap, which a container cannot run: there Playwright brings its own.
if grep -q '^ID=debian' /etc/os-release 2>/dev/null; then scripts/system-packages.sh optional chromium; fi
command -v chromium >/dev/null || .venv/bin/playwright install --with-deps chromium || echo "No Chromium: the browser tests will be skipped, visibly" >&2
