#!/bin/sh
# Print a Python that can run the program and make virtual environments, or say what is missing.

usable='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
with_venv='import ensurepip, venv'

without_venv=''
for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    "$candidate" -c "$usable" 2>/dev/null || continue
    if "$candidate" -c "$with_venv" 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
    without_venv=${without_venv:-$candidate}
done

if [ -n "$without_venv" ]; then
    version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version is here, but its venv module is not." >&2
    echo "On Debian and Ubuntu: apt-get install python$version-venv" >&2
else
    echo "Python 3.11, 3.12, 3.13 or 3.14 is needed, and none was found (set PYTHON=... to name one)." >&2
    echo "On Debian 12 and later, Ubuntu 24.04 and later: apt-get install python3 python3-venv" >&2
    echo "On Ubuntu 22.04: apt-get install python3.11 python3.11-venv" >&2
fi
exit 1
