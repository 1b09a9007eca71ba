"""Publishes the native libraries, one for each level of instruction sets, and tags the wheel by the C library that they need."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEVELS = ("v3", "v4")

ROOT = Path(__file__).resolve().parent
PROJECT = ROOT.parent / "src" / "Kernels.Native"
DIRECTORY = ROOT / "src" / "purekernels" / "_lib"


class NativeLibraries(BuildHookInterface):
    """The hook."""

    def initialize(self, version, build_data):
        """Publishes the libraries if their sources are there; else those are packed that have been published."""
        if PROJECT.is_dir():
            publish()
        libraries = [DIRECTORY / f"kernels-{level}.so" for level in LEVELS]
        missing = [library.name for library in libraries if not library.exists()]
        if missing:
            raise RuntimeError(f"{', '.join(missing)} cannot be built without the sources in {PROJECT}: build from a clone")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-manylinux_2_{max(map(glibc_of, libraries))}_x86_64"


def publish():
    """Compiles the libraries ahead of time."""
    dotnet = shutil.which("dotnet")
    if dotnet is None:
        raise RuntimeError("the .NET 10 SDK is needed to build the native libraries, and 'dotnet' is not on the PATH")
    DIRECTORY.mkdir(exist_ok=True)
    for level in LEVELS:
        with tempfile.TemporaryDirectory() as output:
            command = [dotnet, "publish", str(PROJECT), "-c", "Release", "-r", "linux-x64", "-o", output]
            command.append(f"-p:IlcInstructionSet=x86-64-{level}")
            result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
            if result.returncode:
                raise RuntimeError(f"{' '.join(command)} has failed:\n{result.stdout}")
            replace(Path(output) / "Kernels.Native.so", f"kernels-{level}.so")

    # What the libraries contain of the .NET runtime is under its licence.
    for name in ("LICENSE.txt", "ThirdPartyNotices.txt"):
        notice = Path(os.path.realpath(dotnet)).parent / name
        if notice.exists():
            replace(notice, f"dotnet-{name}")


def replace(source, name):
    """Puts a file in place at once: it may be in use."""
    beside = DIRECTORY / f".{name}"
    shutil.copyfile(source, beside)
    os.replace(beside, DIRECTORY / name)


def glibc_of(library):
    """The minor version of the GNU C library that a file needs."""
    return max(int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)", library.read_bytes()))
