"""What a run wrote down, asked for by relay, job and figure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import Any, NamedTuple

Record = dict[str, Any]

OURS = "sotto"
#: From this part of its core on, what the load program could do is what was measured.
BUSY = 0.95

NAMES = {
    OURS: "**Sotto**",
    "mosquitto": "mosquitto, TLS",
    "nats": "NATS, TLS",
    "ngircd": "ngircd, TLS",
    "pychat": "plain Python, a thread each",
    "crelay-plain": "C, nothing sealed",
    "crelay-sodium": "C, each message sealed",
    "crelay-batched": "C, each flush sealed: the limit",
}


class Cell(NamedTuple):
    """The figures of one peer for one job, by rounds."""

    values: list[float]
    is_load_limited: bool = False

    @property
    def median(self) -> float | None:
        return statistics.median(self.values) if self.values else None

    def text(self, digits: int) -> str:
        if not self.values:
            return "–"
        middle, least, greatest = (
            f"{value:,.{digits}f}" for value in (statistics.median(self.values), min(self.values), max(self.values))
        )
        mark = " †" if self.is_load_limited else ""
        return f"{middle}{mark}" if least == greatest else f"{middle} [{least}–{greatest}]{mark}"


class Results:
    def __init__(self, records: Iterable[Record]):
        self.circumstances: Record = {}
        self.turns: list[Record] = []
        for record in records:
            if record["kind"] == "circumstances":
                self.circumstances = self.circumstances or record
            else:
                self.turns.append(record)

    def of(self, peer: str, job: str) -> list[Record]:
        return [turn for turn in self.turns if (turn["peer"], turn["job"]) == (peer, job) and "error" not in turn]

    def cell(self, peer: str, job: str, key: str) -> Cell:
        turns = [turn for turn in self.of(peer, job) if key in turn]
        busy = [turn for turn in turns if turn.get("gen_util", 0) >= BUSY > turn.get("srv_util", 1)]
        return Cell([turn[key] for turn in turns], key.endswith("_per_s") and len(busy) * 2 > len(turns))

    def median(self, peer: str, job: str, key: str) -> float | None:
        return self.cell(peer, job, key).median

    @property
    def peers(self) -> list[str]:
        seen = {turn["peer"] for turn in self.turns}
        return [name for name in NAMES if name in seen]

    @property
    def errors(self) -> list[Record]:
        return [turn for turn in self.turns if "error" in turn]
