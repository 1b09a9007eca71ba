#!/usr/bin/env bash
# Cuts the power of a file system while the command line replaces a file on it, and looks what is left: the old file or the new one, whole.
# Usage: sudo bash tools/power-cut.sh [ROUNDS]. Linux, as root, after `dotnet build -c Release src/Kernels.Cli`; Debian's package xfsprogs.
# The power cut is XFS's own, in a file behind a loop device: with -f what has been logged still goes to the disk, without it nothing does.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-40}
points=(100000 200000)
program=(dotnet "$PWD"/src/Kernels.Cli/bin/Release/net10.0/*/Kernels.Cli.dll)
work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
end() {
    mountpoint -q "$disk" && umount "$disk"
    rm -rf "$work"
}
trap end EXIT

# What may be left: the same points give the same bytes.
for i in 0 1; do
    "${program[@]}" --points "${points[i]}" --out "$work/$i.npy" --plot none >/dev/null
done
truncate -s 400M "$work/image"
mkfs.xfs -q "$work/image"

whole=(0 0)
bad=0
for ((round = 0; round < rounds; round++)); do
    mount -o loop "$work/image" "$disk"
    old=$((round % 2)) new=$((1 - round % 2))
    cp "$work/$old.npy" "$disk/a.npy"
    rm -f "$disk"/a.npy.*
    sync -f "$disk"

    # Each run replaces the file; some end before the cut, and what they said must then be so.
    (
        for ((run = 0; run < 3; run++)); do
            "${program[@]}" --points "${points[new]}" --out "$disk/a.npy" --plot none --overwrite >/dev/null 2>&1 &&
                echo done >>"$work/said"
        done
    ) &
    job=$!
    : >"$work/said"
    sleep "$(awk -v seed="$RANDOM" 'BEGIN { srand(seed); print rand() * 1.6 }')"
    flush=()
    ((round % 4 < 2)) || flush=(-f)
    xfs_io -x -c "shutdown ${flush[*]}" "$disk"
    said=$(wc -l <"$work/said")
    wait "$job" || true
    umount "$disk"

    # Mounting replays the log.
    mount -o loop "$work/image" "$disk"
    if cmp -s "$disk/a.npy" "$work/$new.npy"; then
        whole[1]=$((whole[1] + 1))
    elif [ "$said" -eq 0 ] && cmp -s "$disk/a.npy" "$work/$old.npy"; then
        whole[0]=$((whole[0] + 1))
    else
        bad=$((bad + 1))
        echo "round $round: $(stat -c %s "$disk/a.npy" 2>/dev/null || echo no) bytes, $said runs had ended"
    fi
    umount "$disk"
done
echo "$rounds power cuts: ${whole[0]} times the old file, ${whole[1]} times the new one, $bad times neither"
[ "$bad" -eq 0 ]
