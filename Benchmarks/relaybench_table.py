"""Makes docs/benchmarks.md of the results of relaybench.py: a page made of nothing but them and the words below."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from relaybench_goals import verdicts
from relaybench_reasons import reasons
from relaybench_results import NAMES, OURS, Record, Results

HEAD = """# What the relay costs

`sotto server` beside others that pass messages on, under the same load in one run: mosquitto (MQTT), NATS and ngircd
(IRC), each over TLS; a chat in plain Python; and the least that C can do, which is no relay but a floor.

```
{command}
```

This page is made of that run's results by [`relaybench_table.py`](../Benchmarks/relaybench_table.py); nothing in it is
typed by hand. [Benchmarks/README.md](../Benchmarks/README.md) says what is needed to run it.
"""

FAIRNESS = """## What is compared with what

In each round every relay has its turn at each job, started anew, on core 0; the load comes from core 1. Messages are
100 bytes. Figures are medians of the rounds, with the least and the greatest. The figure to trust is the CPU time of
the relay's process for 100,000 deliveries (from `/proc`, in ticks of 10 ms): it depends neither on what the load
program can do nor much on what else the machine does.

The jobs are the same, the work isn't:

- **Sotto** writes every entry to disk, and acknowledges it to its sender only after the disk has it; whoever comes
  later reads it from there. mosquitto (QoS 0), NATS (core) and ngircd store nothing and acknowledge nothing; who is
  away misses it. Only in `ping` does Sotto store nothing either.
- Sotto's line is `Noise_XX_25519_XChaChaPoly_BLAKE2b` with keys on both ends, and each client shows a credential with
  Ed25519 signatures that the relay checks. The others' is TLS 1.3 with X25519 and a P-256 certificate, which the client
  doesn't check; their clients log in under any name. Plain Python encrypts nothing, and C knows a key from the start:
  no handshake, no login.
- Sotto's load program is Swift, on the library that Sotto's clients are made of; that of the others is C. Both open
  every record and count the messages in it. Sotto's client doesn't decode an entry any further.
- Sotto takes at most 256 unanswered requests of a line; of 512 in flight the others wait in the socket.
- The memory of an idle connection is the growth of the process since before the first came. In Sotto's is what the
  relay learned of the accounts, which it had never seen before.
- ngircd has no figure where its client sends hundreds of lines at once: over TLS it stalls there.
"""


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def by_peer(results: Results, columns: list[tuple[str, str, str, int]], peers: list[str] | None = None) -> str:
    """One row a peer; the columns are title, job, key and digits."""
    rows = [
        [NAMES[peer], *(results.cell(peer, job, key).text(digits) for _, job, key, digits in columns)]
        for peer in peers or results.peers
    ]
    return table(["", *(title for title, *_ in columns)], rows)


FANS = {
    "1to1_w1": "1 to 1, 1 in flight",
    "1to1_w512": "1 to 1, 512",
    "fan100_w1": "1 to 100, 1",
    "fan100_w8": "1 to 100, 8",
    "fan100_w64": "1 to 100, 64",
}


def fans(results: Results) -> str:
    cpu = [(title, job, "srv_cpu_s_per_100k", 3) for job, title in FANS.items()]
    rate = [(title, job, "deliveries_per_s", 0) for job, title in FANS.items()]
    return f"""## Deliveries

CPU seconds of the relay's process for 100,000 deliveries; Sotto's are stored:

{by_peer(results, cpu)}
Deliveries a second, by the wall's clock. † marks where the load program's core was full and the relay's wasn't: there
the rate is the load program's.

{by_peer(results, rate)}"""


def pings(results: Results) -> str:
    columns = [
        ("round trip, median, µs", "ping", "rtt_us_median", 0),
        ("99th percentile, µs", "ping", "rtt_us_p99", 0),
        ("CPU µs a delivery", "ping", "srv_cpu_us_per_delivery", 1),
    ]
    return f"""## Ping

Something that isn't stored goes through the relay to another and comes back, with 2 ms between rounds.

{by_peer(results, columns)}"""


def idles(results: Results) -> str:
    columns = [
        ("KB each, of 1,000", "idle1000", "kb_per_conn", 1),
        ("KB each, of 5,000", "idle5000", "kb_per_conn", 1),
        ("CPU µs to take one, of 1,000", "idle1000", "srv_cpu_us_per_conn", 0),
        ("of 5,000", "idle5000", "srv_cpu_us_per_conn", 0),
    ]
    asked = results.median(OURS, "idle20000", "conns")
    most = f"of {asked:,.0f}" if asked else "of 20,000"
    jobs = {"idle1000": "of 1,000", "idle5000": "of 5,000", "idle20000": most}
    own = [
        ("held to the end", "held", 0),
        ("KB each", "kb_per_conn", 2),
        ("CPU µs, a device never seen", "srv_cpu_us_per_new_conn", 0),
        ("CPU µs, a known device", "srv_cpu_us_per_conn", 0),
        ("taken a second, by the wall's clock", "conn_per_s", 0),
    ]
    rows = [[title, *(results.cell(OURS, job, key).text(digits) for job in jobs)] for title, key, digits in own]
    return f"""## Idle connections

Memory of the relay's process for a connection that is logged in and silent, and its CPU time from TCP's handshake to
the login's end. Sotto's devices are known to it here.

{by_peer(results, columns)}
Sotto's own:

{table(["", *jobs.values()], rows)}"""


def stored(results: Results) -> str:
    def row(title: str, job: str, key: str, digits: int, floor: str) -> list[str]:
        return [title, results.cell(OURS, job, key).text(digits), floor]

    def floor(peer: str, job: str, key: str, digits: int, of: str) -> str:
        return f"{results.cell(peer, job, key).text(digits)}: {of}"

    rows = [
        row("appends a second, 16 lines with 64 in flight each", "appends", "appends_per_s", 0,
            floor("sqlite", "appends", "rows_per_s", 0, "rows of 100 bytes by SQLite alone, 1,024 a commit")),
        row("CPU µs an append", "appends", "srv_cpu_us_per_append", 1, "–"),
        row("acknowledgement at low load, median, µs", "acknowledge", "ack_us_median", 0,
            floor("fdatasync", "acknowledge", "sync_us_median", 0, "a page of 4 KiB written and synced")),
        row("99th percentile, µs", "acknowledge", "ack_us_p99", 0,
            floor("fdatasync", "acknowledge", "sync_us_p99", 0, "the same")),
        row("CPU µs of an append that is alone", "acknowledge", "srv_cpu_us_per_append", 0,
            floor("fdatasync", "acknowledge", "sync_cpu_us", 0, "the same")),
        row("a relay with a log of 1,000,000 entries starts, until it listens, ms", "read", "listening_ms", 0, "–"),
        row("somebody dials and opens that room, ms", "read", "open_ms", 1, "–"),
        row("follows it; the first entry is there after ms", "read", "first_ms", 1, "–"),
        row("100,000 of its entries read, CPU s", "read", "srv_cpu_s", 2,
            floor("sqlite", "appends", "read_cpu_s", 2, "as many rows of 100 bytes by SQLite alone")),
        row("by the wall's clock, s", "read", "secs", 2, "–"),
    ]  # fmt: skip
    return f"""## What is stored

Sotto alone does this; beside it the floor, measured in the same rounds on the same disk.

{table(["", "Sotto", "floor"], rows)}"""


def goals(results: Results) -> str:
    return f"""## Goals

By the medians of this run.

{table(["", "goal", "seen", ""], (verdict.row for verdict in verdicts(results)))}"""


def machine(results: Results) -> str:
    here = results.circumstances
    versions = "; ".join(version for version in here["versions"].values() if version)
    lines = [
        f"{here['processor']}, {here['cores']} cores; Linux {here['kernel']}; the store lies on {here['filesystem']}.",
        f"Sotto at {here['commit']}, release build; {here['date']}.",
        f"{versions}.",
        *(f"Not measured: {line}." for line in here["missing"]),
        *(f"Failed in round {turn['round']}: {failure(turn)}" for turn in results.errors),
    ]
    return "## Where\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"


def failure(turn: Record) -> str:
    words = " ".join(turn["error"].split()).replace("|", "¦")
    return f"{turn['peer']}, {turn['job']}: {words}"


def document(records: Iterable[Record]) -> str:
    results = Results(records)
    parts: list[Callable[[Results], str]] = [goals, reasons, fans, pings, idles, stored]
    head = HEAD.format(command=results.circumstances["command"])
    return "\n".join([head, *filter(None, (part(results) for part in parts)), FAIRNESS, machine(results)])
