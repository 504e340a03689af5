"""The members of one check, ended with it."""

import contextlib
import time

from mls_rs import MLSRS
from mls_sotto import Sotto
from openmls import OpenMLS


class Party:
    def __init__(self, binary, random):
        self.binary, self.random = binary, random
        self._programs, self._ours = contextlib.ExitStack(), []

    def __enter__(self):
        return self

    def __exit__(self, failure, *_):
        with self._programs:
            if failure is None:
                statuses = {member.name: member.program.exit_status() for member in self._ours}
                assert not any(statuses.values()), f"exit statuses {statuses}"

    def sotto(self, name):
        member = Sotto(self.binary, name)
        self._programs.enter_context(member.program)
        self._ours.append(member)
        return member

    def mls_rs(self, name):
        return MLSRS(name)

    def openmls(self, name):
        return OpenMLS(name)


def let_a_second_pass():
    """OpenMLS takes a leaf only in the second after the one in which it begins, and those of mls-rs begin at once."""
    time.sleep(1.1)
