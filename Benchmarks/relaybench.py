#!/usr/bin/env python3
"""Puts this relay and those of relaybench under the same load, in turns, and writes docs/benchmarks.md. Linux alone.

In each round every relay has its turn at each job, so that a noisy minute hits all alike. Every turn starts the relay
anew, on core 0; the load comes from core 1.
"""

import argparse
import contextlib
import datetime
import fcntl
import importlib.util
import json
import os
import pathlib
import platform
import resource
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import relaybench_table

Record = dict[str, Any]

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = relaybench_table.OURS
SHARED = ["1to1_w1", "1to1_w512", "fan100_w1", "fan100_w8", "fan100_w64", "ping", "idle1000", "idle5000"]
ALONE = ["appends", "acknowledge", "idle20000", "read"]
#: Jobs whose figures hardly vary, and which take long.
RARE = ["idle1000", "idle5000", "idle20000", "read"]
LOG_COUNT = 1_000_000
#: Descriptors of the relay, or of the load program, that aren't connections.
SPARE_DESCRIPTORS = 100
TURN_SECONDS = 150
#: relaybench's, with more messages where otherwise a turn would be too short for ticks of 10 ms.
LOAD: dict[str, list[str]] = {
    "1to1_w1": "--mode fan --subs 1 --window 1 --msgs 20000".split(),
    "1to1_w512": "--mode fan --subs 1 --window 512 --msgs 400000".split(),
    "fan100_w1": "--mode fan --subs 100 --window 1 --msgs 3000".split(),
    "fan100_w8": "--mode fan --subs 100 --window 8 --msgs 12000".split(),
    "fan100_w64": "--mode fan --subs 100 --window 64 --msgs 32000".split(),
    "ping": "--mode ping --msgs 1500".split(),
    "idle1000": "--mode idle --conns 1000".split(),
    "idle5000": "--mode idle --conns 5000".split(),
    "idle20000": "--mode idle --conns 20000".split(),
    "appends": "--mode appends --conns 16 --window 64 --msgs 400000".split(),
    "acknowledge": "--mode acknowledge --msgs 1000".split(),
    "fill": f"--mode fill --window 256 --msgs {LOG_COUNT}".split(),
    "read": f"--mode read --msgs {LOG_COUNT}".split(),
}
FLAGS = shlex.split(
    "--listen 127.0.0.1:0 --json --no-input --max-connections 30000 --max-connections-per-address 30000"
    " --max-appends-per-second 1000000 --max-room-size 100G"
)


class Failure(Exception):
    """A turn that came to nothing."""


class Server:
    """`sotto server` on core 0, from its start to its end."""

    def __init__(self, binaries: pathlib.Path, home: str):
        start = time.monotonic()
        self.said = pathlib.Path(home) / "said.txt"
        self.talk = pathlib.Path(home) / "talk.txt"
        command = ["taskset", "-c", "0", str(binaries / "sotto"), "server", "--home", f"{home}/relay", *FLAGS]
        with self.said.open("w") as said, self.talk.open("w") as talk:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=talk)
        try:
            self.invite = self._invite(start + 60)
        except Failure:
            self.__exit__()
            raise
        self.listening_ms = (time.monotonic() - start) * 1e3

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _invite(self, deadline: float) -> str:
        while time.monotonic() < deadline and self.process.poll() is None:
            line = self.said.read_text().partition("\n")
            if line[1]:
                return json.loads(line[0])["invite"]
            time.sleep(0.002)
        raise Failure(f"the relay doesn't listen: {self.talk.read_text()[-300:]}")


class Ours:
    """The turns of this relay, and of the floors beside it. Everything is stored in folders inside `store`."""

    def __init__(self, binaries: pathlib.Path, store: pathlib.Path):
        self.binaries, self.store = binaries, store

    def turn(self, job: str) -> Iterator[Record]:
        if job == "acknowledge":
            before = self.probe("fdatasync")
            yield {"peer": OURS, **self.alone(job)}
            after = self.probe("fdatasync")
            yield {"peer": "fdatasync", **{key: (before[key] + after[key]) / 2 for key in before}}
        elif job == "appends":
            yield {"peer": OURS, **self.alone(job)}
            yield {"peer": "sqlite", **self.probe("sqlite")}
        elif job == "read":
            yield {"peer": OURS, **self.read()}
        else:
            yield {"peer": OURS, **self.alone(job)}

    def alone(self, job: str) -> Record:
        with self.home() as home, Server(self.binaries, home) as server:
            return self.load(server, job)

    def read(self) -> Record:
        """The log is filled by one process, opened and read by the next."""
        with self.home() as home:
            with Server(self.binaries, home) as server:
                self.load(server, "fill")
            os.sync()
            with Server(self.binaries, home) as server:
                return {"listening_ms": server.listening_ms, **self.load(server, "read")}

    def load(self, server: Server, job: str) -> Record:
        arguments = ["--relay", server.invite, "--pid", str(server.process.pid), *self.reachable(LOAD[job])]
        return run_json(["taskset", "-c", "1", str(self.binaries / "relay-bench"), *arguments])

    @staticmethod
    def reachable(arguments: list[str]) -> list[str]:
        """With no more connections than a process may have descriptors."""
        if "--conns" not in arguments:
            return arguments
        at = arguments.index("--conns") + 1
        count = min(int(arguments[at]), descriptors() - SPARE_DESCRIPTORS)
        return [*arguments[:at], str(count), *arguments[at + 1 :]]

    def probe(self, name: str) -> Record:
        program = pathlib.Path(__file__).with_name("relaybench_probe.py")
        return run_json(["taskset", "-c", "0", sys.executable, str(program), name, str(self.store)])

    @contextlib.contextmanager
    def home(self) -> Iterator[str]:
        with tempfile.TemporaryDirectory(dir=self.store) as home:
            os.sync()
            yield home


class Peers:
    """The turns of relaybench's own relays."""

    def __init__(self, bench: ModuleType):
        self.bench = bench

    def turn(self, peer: str, job: str) -> Iterator[Record]:
        if (peer, job) in self.bench.SKIP:
            return
        server = self.bench.up(peer)
        try:
            result = self.bench.load(*server, *self.bench.args(peer, job))
        except subprocess.TimeoutExpired:
            raise Failure(f"{peer} took longer than {TURN_SECONDS} s") from None
        finally:
            self.bench.down(server[0])
        if "error" in result:
            raise Failure(result["error"])
        yield {"peer": peer, **result}


def run_json(command: list[str]) -> Record:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TURN_SECONDS)
    except subprocess.TimeoutExpired:
        raise Failure(f"{command[3]} took longer than {TURN_SECONDS} s") from None
    if done.returncode or not done.stdout.strip():
        raise Failure((done.stderr or done.stdout)[-300:])
    return json.loads(done.stdout)


def descriptors() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[1]


#: The Debian package that has each peer's program.
NEEDS = {"mosquitto": "mosquitto", "nats": "nats-server", "ngircd": "ngircd"}
#: The Debian package that has each program or header that relaybench is compiled with.
HARNESS_NEEDS = {"gcc": "gcc", "openssl": "openssl", "openssl/ssl.h": "libssl-dev", "sodium.h": "libsodium-dev"}


def is_there(name: str) -> bool:
    if not name.endswith(".h"):
        return shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin") is not None
    check = ["gcc", "-E", "-x", "c", "-"]
    source = f"#include <{name}>\n"
    return subprocess.run(check, input=source, text=True, capture_output=True).returncode == 0


def load_peers(folder: pathlib.Path) -> tuple[Peers | None, list[str]]:
    """relaybench with what it needs, and what is missing, said as it is to be read."""
    if not (folder / "bench.py").exists():
        return None, [f"all peers: relaybench isn't in {folder} (name its folder by --peers-from)"]
    lacking = [package for name, package in HARNESS_NEEDS.items() if not is_there(name)]
    if lacking:
        return None, [f"all peers: relaybench doesn't compile here (apt-get install {' '.join(lacking)})"]
    missing = [f"{peer} (apt-get install {name})" for peer, name in NEEDS.items() if not is_there(name)]
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("relaybench_peers", folder / "bench.py")
    assert spec and spec.loader
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    for line in missing:
        bench.P.pop(line.split()[0])
    return Peers(bench), missing


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


@contextlib.contextmanager
def held(lock: pathlib.Path | None) -> Iterator[None]:
    if lock is None:
        yield
        return
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def measure(options: argparse.Namespace, ours: Ours, peers: Peers | None, say: Any) -> None:
    names = options.peers or [OURS, *(peers.bench.P if peers else [])]
    for number in range(options.first, options.first + options.rounds):
        for job in options.jobs:
            if job in RARE and number > options.idle_rounds:
                continue
            with held(options.lock):
                for name in names if job in SHARED else [OURS]:
                    turn(number, job, name, ours, peers, say)


def turn(number: int, job: str, name: str, ours: Ours, peers: Peers | None, say: Any) -> None:
    stamp = {"kind": "turn", "round": number, "job": job, "at": datetime.datetime.now().isoformat(timespec="seconds")}
    try:
        for result in ours.turn(job) if name == OURS else peers.turn(name, job) if peers else []:
            say({**stamp, **result, "loadavg": os.getloadavg()[0]})
    except Failure as failure:
        say({**stamp, "peer": name, "error": str(failure).strip()})


def command_of(options: argparse.Namespace) -> str:
    parts = ["./Scripts/bench relay", f"--rounds {options.rounds} --idle-rounds {options.idle_rounds}"]
    if options.jobs != SHARED + ALONE:
        parts.append(f"--jobs {','.join(options.jobs)}")
    if options.peers:
        parts.append(f"--peers {','.join(options.peers)}")
    return " ".join(parts)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Scripts/bench relay", description=__doc__)
    listed = lambda text: text.split(",")  # noqa: E731
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle-rounds", type=int, default=3, help=f"rounds of {', '.join(RARE)}")
    parser.add_argument("--jobs", type=listed, default=SHARED + ALONE, help="of " + ",".join(SHARED + ALONE))
    parser.add_argument("--peers", type=listed, help=f"{OURS} is this relay")
    parser.add_argument("--peers-from", type=pathlib.Path, default=ROOT.parent / "shared" / "relaybench")
    parser.add_argument("--allow-missing", action="store_true", help="go on without peers that aren't installed")
    parser.add_argument("--binaries", type=pathlib.Path, default=ROOT / ".build-gated" / "release")
    parser.add_argument("--store", type=pathlib.Path, default=ROOT / ".build-bench", help="on the disk to measure")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / ".build-bench" / "relay.jsonl")
    parser.add_argument("--document", type=pathlib.Path, default=ROOT / "docs" / "benchmarks.md")
    parser.add_argument("--append", action="store_true", help="go on with the results that are there")
    parser.add_argument("--table", action="store_true", help="measure nothing, write the document again")
    parser.add_argument("--lock", type=pathlib.Path, help="a file to lock while a job has its round")
    return parser.parse_args()


def read(results: pathlib.Path) -> list[Record]:
    return [json.loads(line) for line in results.read_text().splitlines()]


def main() -> None:
    options = parse()
    if not options.table:
        run(options)
    options.document.write_text(relaybench_table.document(read(options.results)))
    print(options.document, file=sys.stderr)


def run(options: argparse.Namespace) -> None:
    if not shutil.which("taskset"):
        sys.exit("taskset isn't here (apt-get install util-linux); on systems other than Linux nothing is measured.")
    if (os.cpu_count() or 1) < 2:
        sys.exit("Two cores are needed: one for the relay, one for the load.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors(), descriptors()))
    options.store.mkdir(parents=True, exist_ok=True)
    peers, missing = load_peers(options.peers_from)
    if missing:
        print("Missing: " + "; ".join(missing), file=sys.stderr)
        if not options.allow_missing:
            sys.exit("With --allow-missing the others are measured without.")
    append(options, peers, missing)


def append(options: argparse.Namespace, peers: Peers | None, missing: list[str]) -> None:
    here = circumstances(options.store, peers, missing)
    before = read(options.results) if options.append and options.results.exists() else []
    for former in (record for record in before if record["kind"] == "circumstances"):
        if any(former[key] != here[key] for key in here):
            sys.exit("The results that are there come from another machine, commit or version: leave --append out.")
    command = command_of(options)
    options.first = 1 + max((record.get("round", 0) for record in before), default=0)
    options.idle_rounds += options.first - 1
    with options.results.open("a" if before else "w") as file:

        def say(record: Record) -> None:
            for stream in file, sys.stderr:
                print(json.dumps(record), file=stream, flush=True)

        say({**here, "command": command, "date": datetime.date.today().isoformat()})
        measure(options, Ours(options.binaries, options.store), peers, say)


if __name__ == "__main__":
    main()
