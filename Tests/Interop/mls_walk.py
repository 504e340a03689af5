"""A group that changes at random: additions, removals, updates, external commits, restarts, and words in between."""

from mls_group import Group
from mls_party import let_a_second_pass

RESTARTS = 0.3


class Walk:
    """Of up to all of `members`, of whom the first is ours and stays."""

    def __init__(self, party, members, framings, committing):
        self.random, self.framings, self.committing = party.random, framings, committing
        self.group, self.idle = Group(members[0]), members[1:]
        self.makes = {member.make for member in members}

    def to(self, epoch):
        ours = self.group.members[0]
        while ours.epoch < epoch:
            self._step()
            if self.random.random() < RESTARTS:
                self.random.choice(self.group.ours).restart()
            self.group.talk()

    def _step(self):
        committer = self.random.choice([member for member in self.group.members if member.make in self.committing])
        options = {"framing": self.random.choice(self.framings)} if committer.make == "Sotto" else {}
        steps = [(self._add, member) for member in self.idle if may_add(committer, member)] * 2
        others = self.group.others(committer)
        steps += [(self._remove, member) for member in others if self._may_remove(committer, member)]
        steps += [(self._update, None)] * 4 if committer.make != "OpenMLS" else []
        if steps:
            step, member = self.random.choice(steps)
            step(committer, member, options)

    def _add(self, committer, newcomer, options):
        self.idle.remove(newcomer)
        if newcomer.make == "Sotto" and self.random.random() < 0.3:
            self.group.admit(newcomer, newcomer.join_externally(self.random.choice(self.group.ours)))
            return
        if newcomer.make == "mls-rs" and "OpenMLS" in self.makes:
            let_a_second_pass()
        self.group.add(committer, newcomer, **options)

    def _remove(self, committer, gone, options):
        self.group.remove(committer, gone, **options)
        gone.reopen()
        self.idle.append(gone)

    def _update(self, committer, _, options):
        self.group.commit(committer, **options)

    def _may_remove(self, committer, member):
        if committer.make == "OpenMLS" and member.leaf >= len(self.group.members):
            return False
        return member is not self.group.members[0]


def may_add(committer, newcomer):
    """OpenMLS adds nobody for a year, which is what mls-rs asks for. It lets others do it."""
    return (committer.make, newcomer.make) != ("OpenMLS", "mls-rs")
