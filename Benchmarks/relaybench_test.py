#!/usr/bin/env python3
"""The page that relaybench.py writes is what the results say."""

from __future__ import annotations

import unittest

import relaybench_table as table
from relaybench_goals import Verdict, verdicts
from relaybench_results import Record, Results

HERE = {
    "kind": "circumstances", "processor": "Some CPU", "cores": 2, "kernel": "6.1", "filesystem": "ext4",
    "descriptors": 20_000, "commit": "abc", "missing": ["ngircd (apt-get install ngircd)"],
    "versions": {"sotto": "Swift 6"}, "command": "./Scripts/bench relay", "date": "2026-01-02",
}  # fmt: skip


def turn(number: int, job: str, peer: str, **figures: object) -> Record:
    return {"kind": "turn", "round": number, "job": job, "peer": peer, **figures}


def goal(records: list[Record], words: str) -> Verdict:
    return next(each for each in verdicts(Results([HERE, *records])) if words in each.goal)


class TableTest(unittest.TestCase):
    def test_a_cell_is_the_median_with_least_and_greatest(self) -> None:
        rounds = [turn(n, "ping", "nats", rtt_us_median=value) for n, value in enumerate([310.0, 1250.4, 290.0])]
        cell = Results([HERE, *rounds]).cell("nats", "ping", "rtt_us_median")
        self.assertEqual(cell.text(0), "310 [290–1,250]")

    def test_what_failed_or_was_not_measured_is_no_figure(self) -> None:
        results = Results([HERE, turn(1, "ping", "nats", error="a | b\nc")])
        self.assertEqual(results.cell("nats", "ping", "rtt_us_median").text(0), "–")
        self.assertIn("Failed in round 1: nats, ping: a ¦ b c", table.document([HERE, *results.turns]))

    def test_a_rate_is_marked_where_the_load_program_was_the_limit(self) -> None:
        figures = {"deliveries_per_s": 10.0, "srv_cpu_s_per_100k": 1.0, "gen_util": 0.99}
        limited = Results([HERE, turn(1, "fan100_w64", "nats", srv_util=0.5, **figures)])
        self.assertEqual(limited.cell("nats", "fan100_w64", "deliveries_per_s").text(0), "10 †")
        self.assertEqual(limited.cell("nats", "fan100_w64", "srv_cpu_s_per_100k").text(1), "1.0")
        both_full = Results([HERE, turn(1, "fan100_w64", "nats", srv_util=0.99, **figures)])
        self.assertEqual(both_full.cell("nats", "fan100_w64", "deliveries_per_s").text(0), "10")

    def test_a_goal_is_met_at_its_bound_and_missed_past_it(self) -> None:
        at = goal([turn(1, "fan100_w64", "sotto", srv_cpu_s_per_100k=0.04)], "64 in flight: CPU")
        past = goal([turn(1, "fan100_w64", "sotto", srv_cpu_s_per_100k=0.05)], "64 in flight: CPU")
        self.assertEqual((at.outcome, past.outcome), ("met", "missed by 25.0 %"))
        few = goal([turn(1, "appends", "sotto", appends_per_s=19_000)], "durable appends")
        self.assertEqual(few.outcome, "missed by 5.0 %")

    def test_a_goal_set_by_others_wants_all_of_them(self) -> None:
        ours = turn(1, "fan100_w1", "sotto", srv_cpu_s_per_100k=0.9)
        peers = [turn(1, "fan100_w1", peer, srv_cpu_s_per_100k=1.0) for peer in ("mosquitto", "nats", "ngircd")]
        self.assertEqual(goal([ours, *peers[:2]], "each").outcome, "not measured")
        self.assertEqual(goal([ours, *peers], "each").outcome, "met")

    def test_an_acknowledgement_is_held_to_the_disk_of_its_own_round(self) -> None:
        rounds = [(2_000.0, 1_500.0), (9_000.0, 8_900.0), (3_000.0, 1_000.0)]
        records = [turn(n, "acknowledge", "sotto", ack_us_p99=ours) for n, (ours, _) in enumerate(rounds)]
        records += [turn(n, "acknowledge", "fdatasync", sync_us_p99=disk) for n, (_, disk) in enumerate(rounds)]
        self.assertEqual(goal(records, "acknowledgement").seen, 500)

    def test_a_page_of_nothing_measured_says_so(self) -> None:
        page = table.document([HERE])
        self.assertIn("not measured", page)
        self.assertIn("Not measured: ngircd (apt-get install ngircd).", page)
        self.assertNotIn("{", page)

    def test_what_stands_in_the_way_is_said_of_missed_goals_by_this_run(self) -> None:
        alone = [
            turn(1, "fan100_w64", "sotto", srv_cpu_s_per_100k=0.07),
            turn(1, "appends", "sotto", appends_per_s=40_000, srv_cpu_us_per_append=23.9),
        ]
        page = table.document([HERE, *alone])
        self.assertIn("cost 23.9 µs each, so 0.024 s of the 0.070 s", page)
        self.assertNotIn("**Ping.**", page)
        met = [turn(1, "fan100_w64", "sotto", srv_cpu_s_per_100k=0.03), alone[1]]
        self.assertNotIn("stands in the way", table.document([HERE, *met]))


if __name__ == "__main__":
    unittest.main()
