#!/usr/bin/env python3
"""Groups of Sotto's MLS with mls-rs and OpenMLS, all alive, at suite 0x0001. No sockets.

usage: mls_interop.py PATH-TO-MLS-PEER [SEED]     (needs the packages of requirements-mls.txt, as Scripts/test has them)
"""

import random
import signal
import sys

import mls_three
import mls_with_openmls
import mls_with_rs
from checks import Checks
from mls_group import Group
from mls_party import Party

WHOLE_RUN_SECONDS = 300


def main(binary, seed):
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(WHOLE_RUN_SECONDS)
    checks = Checks()
    print(f"seed  {seed}", flush=True)
    for scenarios in mls_with_rs, mls_with_openmls, mls_three:
        for fact, check in scenarios.CHECKS:
            checks.run(f"{scenarios.WHO}: {fact}", in_a_party, check, binary, seed)
    print(f"{Group.epochs_compared} epochs in which all members' secrets were equal", flush=True)
    return checks.close()


def in_a_party(check, binary, seed):
    with Party(binary, random.Random(f"{seed} {check.__name__}")) as party:
        check(party)


def give_up(*_):
    """Ends the run on the way through every `with`, so that no program is left behind."""
    sys.exit(f"gave up after {WHOLE_RUN_SECONDS} s")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else str(random.randrange(1_000_000))))
