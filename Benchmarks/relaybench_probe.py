"""What a relay can't cost less than, here and now: prints one JSON object.

usage: relaybench_probe.py fdatasync FOLDER | sqlite FOLDER | handshake FOLDER
"""

import ctypes
import ctypes.util
import json
import os
import sqlite3
import sys
import tempfile
import time

PAGE = os.urandom(4096)
PAGE_COUNT = 1_024
SYNC_COUNT = 1_000
GAP_SECONDS = 0.002
HANDSHAKE_COUNT = 2_000
ROW_COUNT, ROWS_A_COMMIT, READ_COUNT = 1_000_000, 16 * 64, 100_000


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[int(len(values) * part)]


def fdatasync(folder: str) -> dict[str, float]:
    """One page written over an old one and synced, like a commit to a log that is used again, with pauses between."""
    times: list[float] = []
    cpu = 0.0
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(PAGE * PAGE_COUNT)
        file.flush()
        os.fsync(file.fileno())
        for number in range(SYNC_COUNT):
            start, cpu_start = time.perf_counter(), time.process_time()
            os.pwrite(file.fileno(), PAGE, number % PAGE_COUNT * len(PAGE))
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - start) * 1e6)
            cpu += time.process_time() - cpu_start
            time.sleep(GAP_SECONDS)
    return {
        "n": SYNC_COUNT,
        "sync_us_median": percentile(times, 0.5),
        "sync_us_p99": percentile(times, 0.99),
        "sync_cpu_us": cpu / SYNC_COUNT * 1e6,
    }


def sqlite(folder: str) -> dict[str, float]:
    """Rows of 100 bytes by SQLite alone: as many a commit as are on their way to the relay, each commit synced."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        database = sqlite3.connect(os.path.join(place, "floor.sqlite"), isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        start = time.perf_counter()
        for first in range(0, ROW_COUNT, ROWS_A_COMMIT):
            database.execute("BEGIN IMMEDIATE")
            numbers = range(first, min(first + ROWS_A_COMMIT, ROW_COUNT))
            database.executemany("INSERT INTO entry VALUES (?, ?)", ((n, PAGE[:100]) for n in numbers))
            database.execute("COMMIT")
        inserted = time.perf_counter() - start
        cpu = time.process_time()
        rows = database.execute("SELECT number, body FROM entry WHERE number >= ?", (ROW_COUNT - READ_COUNT,))
        count = sum(1 for _ in rows)
        cpu = time.process_time() - cpu
        database.close()
    assert count == READ_COUNT
    return {"rows_per_s": ROW_COUNT / inserted, "read": READ_COUNT, "read_cpu_s": cpu}


def handshake(_: str) -> dict[str, float]:
    """The arithmetic of one end of XX, by libsodium alone: a key pair and three Diffie-Hellmans."""
    sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
    secret, public, other, shared = (ctypes.create_string_buffer(32) for _ in range(4))
    assert sodium.sodium_init() >= 0 and sodium.crypto_box_keypair(other, shared) == 0
    cpu = time.process_time()
    for _ in range(HANDSHAKE_COUNT):
        assert sodium.crypto_box_keypair(public, secret) == 0
        for _ in range(3):
            assert sodium.crypto_scalarmult(shared, secret, other) == 0
    return {"handshake_cpu_us": (time.process_time() - cpu) / HANDSHAKE_COUNT * 1e6}


if __name__ == "__main__":
    print(json.dumps({"fdatasync": fdatasync, "sqlite": sqlite, "handshake": handshake}[sys.argv[1]](sys.argv[2])))
