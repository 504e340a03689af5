#!/usr/bin/env python3
"""Another make of Sotto's line, and of what is said to a relay over it, against the program, both ways; and a recorded
session. Loopback only.

usage: line.py PATH-TO-SOTTO          (needs the PyPI package pynacl; Scripts/test provides it)
"""

import signal
import sys

import capture
import client
import engine
import examples
import relay_line
import relay_rooms
from checks import Checks

WHOLE_RUN_SECONDS = 300


def main(binary):
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(WHOLE_RUN_SECONDS)
    checks = Checks()
    engine.run(checks)
    examples.run(checks)
    relay_line.run(checks, binary)
    relay_rooms.run(checks, binary)
    client.run(checks, binary)
    capture.run(checks, binary)
    return checks.close()


def give_up(*_):
    """Ends the run on the way through every `with`, so that no program is left behind."""
    sys.exit(f"gave up after {WHOLE_RUN_SECONDS} s")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
