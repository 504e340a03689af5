#!/usr/bin/env python3
"""Puts this relay and those of relaybench under the same load, in turns, and writes docs/benchmarks.md. Linux alone.

In each round every relay has its turn at each job, so that a noisy minute hits all alike. Every turn starts the relay
anew, on core 0; the load comes from core 1.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import fcntl
import json
import os
import pathlib
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator

import relaybench_table
from relaybench_here import ROOT, circumstances, load_peers
from relaybench_results import OURS, Record
from relaybench_turns import Failure, Ours, Peers, descriptors

SHARED = ["1to1_w1", "1to1_w512", "fan100_w1", "fan100_w8", "fan100_w64", "ping", "idle1000", "idle5000"]
ALONE = ["appends", "acknowledge", "idle20000", "read"]
#: Jobs whose figures hardly vary, and which take long.
RARE = ["idle1000", "idle5000", "idle20000", "read"]

Say = Callable[[Record], None]


@contextlib.contextmanager
def held(lock: pathlib.Path | None) -> Iterator[None]:
    if lock is None:
        yield
        return
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def measure(options: argparse.Namespace, ours: Ours, peers: Peers | None, say: Say) -> None:
    here = [OURS, *(peers.names if peers else [])]
    names = [name for name in options.peers or here if name in here]
    for number in range(options.first, options.first + options.rounds):
        for job in options.jobs:
            if job in RARE and number > options.idle_rounds:
                continue
            with held(options.lock):
                for name in names if job in SHARED else [OURS]:
                    turn(number, job, name, ours, peers, say)


def turn(number: int, job: str, name: str, ours: Ours, peers: Peers | None, say: Say) -> None:
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


def listed(text: str) -> list[str]:
    return text.split(",")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Scripts/bench relay", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle-rounds", type=int, default=3, help=f"rounds of {', '.join(RARE)}")
    parser.add_argument("--jobs", type=listed, default=SHARED + ALONE, help="of " + ", ".join(SHARED + ALONE))
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
    for name in "sotto", "relay-bench":
        if OURS in (options.peers or [OURS]) and not (options.binaries / name).exists():
            sys.exit(f"{options.binaries / name} isn't built; ./Scripts/bench relay builds it.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors(), descriptors()))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended."))
    options.store.mkdir(parents=True, exist_ok=True)
    peers, missing = load_peers(options.peers_from, options.peers)
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
