"""What stands in the way of the goals that a run missed, by that run's own figures."""

from __future__ import annotations

from relaybench_goals import verdicts
from relaybench_results import OURS, Results

#: By the words of the goal: what is said where it was missed. A name is a figure of `figures`.
REASONS = {
    "1 in flight": "**1 in flight.** Nobody hears of an entry before the disk has it. An append that is alone costs"
    " {alone} µs of CPU, {sync} of them the disk's own; for 1,000 appends, which are 100,000 deliveries, that is"
    " {alone_s} s of the {fan_1} s. C, which seals each message and stores none, takes {c_1}.",
    "64 in flight: CPU": "**64 in flight.** The 1,000 appends in 100,000 deliveries cost {append} µs each, so {append_s} s"
    " of the {fan_64} s are what NATS and C don't do: they store nothing.",
    "acknowledgement": "**Acknowledgement.** By the median it comes {beyond} µs after the disk's own {disk} µs, through two"
    " threads on the relay's one core. Of the slowest hundredth these figures don't tell why; the disk's own is {disk_99}.",
    "a known device": "**A known device.** {arithmetic} µs are the handshake's arithmetic by libsodium alone (a key pair and"
    " three Diffie-Hellmans), and about {accept} what C needs to accept a connection and do nothing.",
    "ping": "**Ping.** A delivery costs the relay {ping_cpu} µs of CPU, ngircd {ping_ngircd}; C, sealing each message, is"
    " back after {ping_c} µs.",
    "idle connection of 5,000": "**Memory.** Whose it is these figures don't tell. C keeps {idle_c} KB, and the socket"
    " isn't among it; mosquitto {idle_mosquitto}.",
}


def reasons(results: Results) -> str:
    """A paragraph a goal that was missed, as far as what it says was measured."""
    known = figures(results)
    said = [
        f"- {words.format(**known)}"
        for verdict in verdicts(results)
        if verdict.outcome.startswith("missed")
        for goal, words in REASONS.items()
        if goal in verdict.goal and "–" not in words.format(**known)
    ]
    return "## What stands in the way\n\n" + "\n".join(said) + "\n" if said else ""


def figures(results: Results) -> dict[str, str]:
    def said(peer: str, job: str, key: str, digits: int = 0, part: float = 1) -> str:
        value = results.median(peer, job, key)
        return "–" if value is None else f"{value * part:,.{digits}f}"

    cpu, append, idle = "srv_cpu_s_per_100k", "srv_cpu_us_per_append", "kb_per_conn"
    answered, disk = results.median(OURS, "acknowledge", "ack_us_median"), ("fdatasync", "acknowledge")
    synced = results.median(*disk, "sync_us_median")
    return {
        "alone": said(OURS, "acknowledge", append),
        "alone_s": said(OURS, "acknowledge", append, 2, 1e-3),
        "sync": said(*disk, "sync_cpu_us"),
        "fan_1": said(OURS, "fan100_w1", cpu, 2),
        "c_1": said("crelay-sodium", "fan100_w1", cpu, 2),
        "append": said(OURS, "appends", append, 1),
        "append_s": said(OURS, "appends", append, 3, 1e-3),
        "fan_64": said(OURS, "fan100_w64", cpu, 3),
        "beyond": "–" if answered is None or synced is None else f"{answered - synced:,.0f}",
        "disk": said(*disk, "sync_us_median"),
        "disk_99": said(*disk, "sync_us_p99"),
        "arithmetic": said("libsodium", "idle5000", "handshake_cpu_us"),
        "accept": said("crelay-plain", "idle5000", "srv_cpu_us_per_conn"),
        "ping_cpu": said(OURS, "ping", "srv_cpu_us_per_delivery"),
        "ping_ngircd": said("ngircd", "ping", "srv_cpu_us_per_delivery"),
        "ping_c": said("crelay-sodium", "ping", "rtt_us_median"),
        "idle_c": said("crelay-plain", "idle5000", idle, 1),
        "idle_mosquitto": said("mosquitto", "idle5000", idle, 1),
    }
