"""One turn of one relay: started on core 0, put under load from core 1, ended."""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from types import ModuleType

from relaybench_results import OURS, Record

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
        elif job == "idle5000":
            yield {"peer": OURS, **self.alone(job)}
            yield {"peer": "libsodium", **self.probe("handshake")}
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

    @property
    def names(self) -> list[str]:
        return list(self.bench.P)

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
    """As many as a process may have here."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return 1 << 20 if most == resource.RLIM_INFINITY else most
