"""What of the others is here, and what figures may depend on."""

from __future__ import annotations

import importlib.util
import os
import pathlib
import platform
import shutil
import sqlite3
import subprocess
import sys
from types import ModuleType

from relaybench_results import OURS, Record
from relaybench_turns import Peers, descriptors

ROOT = pathlib.Path(__file__).resolve().parent.parent
#: Each peer's Debian package. The program in it has the same name.
NEEDS = {"mosquitto": "mosquitto", "nats": "nats-server", "ngircd": "ngircd"}
#: The Debian package that has each program or header that relaybench is compiled with.
HARNESS_NEEDS = {"gcc": "gcc", "openssl": "openssl", "openssl/ssl.h": "libssl-dev", "sodium.h": "libsodium-dev"}


def is_there(name: str) -> bool:
    if not name.endswith(".h") or not shutil.which("gcc"):
        return shutil.which(name) is not None
    check = ["gcc", "-E", "-x", "c", "-"]
    source = f"#include <{name}>\n"
    return subprocess.run(check, input=source, text=True, capture_output=True).returncode == 0


def load_peers(folder: pathlib.Path, wanted: list[str] | None) -> tuple[Peers | None, list[str]]:
    """relaybench with what it needs, and what is missing of those wanted, said as it is to be read."""
    if wanted == [OURS]:
        return None, []
    os.environ["PATH"] += ":/usr/sbin:/usr/local/sbin"  # where Debian has servers, and not everybody looks
    if not (folder / "bench.py").exists():
        return None, [f"all peers: relaybench isn't in {folder} (name its folder by --peers-from)"]
    lacking = [package for name, package in HARNESS_NEEDS.items() if not is_there(name)]
    if lacking:
        return None, [f"all peers: relaybench doesn't compile here (apt-get install {' '.join(lacking)})"]
    bench = load_module(folder / "bench.py")
    absent = [peer for peer, package in NEEDS.items() if not is_there(package)]
    for peer in absent:
        del bench.P[peer]
    missing = [f"{peer} (apt-get install {NEEDS[peer]})" for peer in absent if peer in (wanted or NEEDS)]
    unknown = [name for name in wanted or [] if name not in [OURS, *bench.P, *absent]]
    return Peers(bench), missing + [f"{name}, which nobody knows" for name in unknown]


def load_module(path: pathlib.Path) -> ModuleType:
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("relaybench_peers", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said_by(*command: str) -> str:
    """The first line of what it says, or nothing."""
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.partition("\n")[0].strip()
    except OSError:
        return ""


def filesystem(folder: pathlib.Path) -> str:
    mounts = [line.split() for line in pathlib.Path("/proc/self/mounts").read_text().splitlines()]
    above = [mount for mount in mounts if folder.resolve().is_relative_to(mount[1])]
    return max(above, key=lambda mount: len(mount[1]))[2]


def circumstances(store: pathlib.Path, peers: Peers | None, missing: list[str]) -> Record:
    """Everything about this machine and these programs that a figure may depend on."""
    processors = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    changed = said_by("git", "status", "--porcelain", "--", "Sources", "Benchmarks", "Package.swift")
    return {
        "kind": "circumstances",
        "processor": next((line.split(":")[1].strip() for line in processors if "model name" in line), "unknown"),
        "cores": os.cpu_count(),
        "kernel": platform.release(),
        "filesystem": filesystem(store),
        "descriptors": descriptors(),
        "commit": said_by("git", "rev-parse", "--short=10", "HEAD") + (" with changes" if changed else ""),
        "missing": missing,
        "versions": {
            OURS: said_by("swift", "--version"),
            "mosquitto": said_by("mosquitto", "-h"),
            "nats": said_by("nats-server", "--version"),
            "ngircd": said_by("ngircd", "--version").partition("-")[0],
            "pychat": f"Python {platform.python_version()}",
            "crelay": f"libsodium {said_by('pkg-config', '--modversion', 'libsodium')}",
            "relayload": said_by("openssl", "version").partition(" (")[0],
            "sqlite": f"SQLite {sqlite3.sqlite_version}",
        },
    }
