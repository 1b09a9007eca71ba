#!/usr/bin/env bash
# Makes a Debian 13, with NumPy 2, and runs the Python package there. As root: bash tools/debian13.sh
#
#   debian13.sh                      everything: the wheel, the system in a temporary folder, all tests of the Python package
#   debian13.sh make FOLDER          the system alone, with NumPy
#   debian13.sh smoke FOLDER WHEEL   the smoke test of a wheel there
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

# inside FOLDER COMMAND...: with the processes' file system, which tells the processor's flags, and shared memory.
inside() {
    local folder=$1 code=0
    shift
    mount --bind /proc "$folder/proc"
    mkdir -p "$folder/dev/shm"
    mount -t tmpfs shm "$folder/dev/shm"
    chroot "$folder" "$@" || code=$?
    umount "$folder/dev/shm"
    umount "$folder/proc"
    return $code
}

# make FOLDER [PACKAGES]
make() {
    debootstrap --variant=minbase --include="python3-numpy${2:+,$2}" trixie "$1"
}

# install FOLDER WHEEL: there is no pip; a wheel is an archive.
install() {
    mkdir -p "$1/opt/purekernels/tests"
    python3 -m zipfile -e "$2" "$1/opt/purekernels"
    cp -r "$root/python/." "$1/opt/purekernels/python"
    rm -rf "$1/opt/purekernels/python/src"
}

case ${1:-all} in
make)
    make "$2"
    ;;
smoke)
    install "$2" "$3"
    inside "$2" env PYTHONPATH=/opt/purekernels python3 /opt/purekernels/python/tests/smoke.py
    ;;
all)
    work=$(mktemp -d)
    trap 'rm -rf --one-file-system "$work"' EXIT
    /usr/bin/python3 -m build --no-isolation --skip-dependency-check --wheel -o "$work/wheel" "$root/python"
    make "$work/system" python3-cloudpickle,python3-dask,python3-distributed,python3-matplotlib,python3-numba,python3-numexpr,python3-pandas,python3-pytest,gcc,libc6-dev
    install "$work/system" "$work"/wheel/*.whl
    inside "$work/system" env PYTHONPATH=/opt/purekernels python3 -m pytest /opt/purekernels/python
    ;;
*)
    sed -n 's/^# \?//p' "$0" | sed -n 2,6p >&2
    exit 2
    ;;
esac
