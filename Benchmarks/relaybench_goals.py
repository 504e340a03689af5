"""The relay's goals, and whether a run met them."""

from __future__ import annotations

from typing import NamedTuple

from relaybench_results import OURS, Cell, Results

#: The others that store nothing and encrypt, whom the goals name.
OVER_TLS = ["mosquitto", "ngircd", "nats"]


class Verdict(NamedTuple):
    """A goal, what it was held to, what was seen; both or one are missing where it wasn't measured."""

    goal: str
    bound: float | None
    seen: float | None
    digits: int
    is_least: bool = False
    remark: str = ""

    @property
    def outcome(self) -> str:
        if self.bound is None or self.seen is None:
            return "not measured"
        shortfall = self.bound - self.seen if self.is_least else self.seen - self.bound
        if shortfall <= 0:
            return "met"
        return f"missed by {100 * shortfall / self.bound:.1f} %"

    @property
    def row(self) -> list[str]:
        sign = "≥" if self.is_least else "≤"
        bound, seen = ("–" if value is None else f"{value:,.{self.digits}f}" for value in (self.bound, self.seen))
        return [self.goal, f"{sign} {bound}", seen, " – ".join(filter(None, [self.outcome, self.remark]))]


def verdicts(results: Results) -> list[Verdict]:
    cpu, median = "srv_cpu_s_per_100k", results.median
    over_tls = [value for peer in OVER_TLS if (value := median(peer, "fan100_w1", cpu)) is not None]
    held, asked = median(OURS, "idle20000", "held"), median(OURS, "idle20000", "conns")
    return [
        Verdict(
            "1 to 100, 1 in flight: CPU s per 100,000, no more than mosquitto, ngircd and NATS, each",
            min(over_tls) if len(over_tls) == len(OVER_TLS) else None,
            median(OURS, "fan100_w1", cpu),
            4,
        ),
        Verdict("1 to 100, 64 in flight: CPU s per 100,000", 0.04, median(OURS, "fan100_w64", cpu), 4),
        Verdict(
            "durable appends a second, 16 × 64 in flight",
            20_000,
            median(OURS, "appends", "appends_per_s"),
            0,
            is_least=True,
        ),
        Verdict(
            "acknowledgement at low load, 99th percentile: µs beyond the disk's own fdatasync, round by round",
            1_000,
            beyond_the_disk(results),
            0,
        ),
        Verdict("memory of an idle connection of 5,000, KB", 4, median(OURS, "idle5000", "kb_per_conn"), 2),
        Verdict("of as many as were held, KB", 4, median(OURS, "idle20000", "kb_per_conn"), 2),
        Verdict("connections held", 20_000, held, 0, True, limit_of(results, held, asked)),
        Verdict("a known device's connection: CPU µs", 200, median(OURS, "idle5000", "srv_cpu_us_per_conn"), 0),
        Verdict(
            "ping round trip no slower than ngircd's with TLS: median, µs",
            median("ngircd", "ping", "rtt_us_median"),
            median(OURS, "ping", "rtt_us_median"),
            0,
        ),
        Verdict("100,000 entries of a log of 1,000,000 read: CPU s", 1, median(OURS, "read", "srv_cpu_s"), 2),
    ]


def beyond_the_disk(results: Results) -> float | None:
    disk = {turn["round"]: turn["sync_us_p99"] for turn in results.of("fdatasync", "acknowledge")}
    turns = [turn for turn in results.of(OURS, "acknowledge") if turn["round"] in disk]
    return Cell([turn["ack_us_p99"] - disk[turn["round"]] for turn in turns]).median


def limit_of(results: Results, held: float | None, asked: float | None) -> str:
    if held is None or asked is None or asked >= 20_000:
        return ""
    limit = results.circumstances["descriptors"]
    return f"a process may have {limit:,} descriptors on this machine; {held:,.0f} of {asked:,.0f} were held"
