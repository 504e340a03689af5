"""Members of one group, whoever made them, and what passes between them."""

from mls_member import EXPORTED, Refused


class Group:
    """Delivers to everybody what one of them sends, and compares their secrets after every commit."""

    epochs_compared = 0

    def __init__(self, creator, group_id=b"sixteen bytes id", **options):
        creator.create(group_id, **options)
        self.members = [creator]

    def add(self, committer, *newcomers, **options):
        staged = committer.commit(add=[newcomer.key_package() for newcomer in newcomers], **options)
        self.settle(committer, staged)
        self.welcome(staged, *newcomers)
        return staged

    def welcome(self, staged, *newcomers, tree=None):
        for newcomer in newcomers:
            newcomer.join(staged.welcome, tree)
        self.members += newcomers
        self.agree()

    def remove(self, committer, *gone, **options):
        staged = committer.commit(remove=gone, **options)
        self.settle(committer, staged, gone)
        self.agree()
        return staged

    def commit(self, committer, gone=(), welcomed=(), **options):
        """What was proposed: `gone` and `welcomed` are the members whom that removes and adds."""
        staged = committer.commit(**options)
        self.settle(committer, staged, gone)
        self.welcome(staged, *welcomed)
        return staged

    def settle(self, committer, staged, gone=()):
        """The commit reaches everybody, those whom it removes too; its maker merges it."""
        for member in self.others(committer):
            expected = "removed" if member in gone else "commit"
            taken = member.process(staged.commit, committer)
            assert taken.kind == expected, f"to {member.name} a commit of {committer.name} was {taken}"
        committer.merge()
        self.members = [member for member in self.members if member not in gone]

    def admit(self, newcomer, commit):
        """Somebody came by an external commit. Whoever was here under that name is replaced."""
        for member in self.others(newcomer):
            assert member.process(commit, newcomer).kind == "commit"
        self.members = self.others(newcomer) + [newcomer]
        self.agree()

    def propose(self, proposer, *proposals):
        for proposal in proposals:
            for member in self.others(proposer):
                assert member.process(proposal, proposer).kind == "proposal"

    def say(self, sender, text, **options):
        """To everybody. A member that doesn't show what it opened has still opened it."""
        message = sender.seal(text, **options)
        for member in self.others(sender):
            taken = member.process(message, sender)
            assert taken.kind == "application" and taken.data in (text, None), f"{member.name} took {taken}"

    def talk(self):
        """Everybody who can says something."""
        for sender in self.members:
            if hasattr(sender, "seal"):
                self.say(sender, f"{sender.make} speaks, as {sender.name}".encode())

    def agree(self):
        """All hold the same secrets, as far as each shows them; all shows at least one that it computes by itself."""
        secrets = {member.name: member.secrets() for member in self.members}
        for kind in "exported", "authenticator":
            found = {name: held[kind].hex() for name, held in secrets.items() if kind in held}
            assert len(set(found.values())) == 1, f"{kind}: {found}"
        assert all(len(held["exported"]) == EXPORTED[2] for held in secrets.values())
        Group.epochs_compared += 1
        leaves = self.ours[0].leaves
        assert sorted(leaves) == sorted(member.name for member in self.members), leaves
        for member in self.members:
            member.leaf = leaves[member.name]

    def others(self, member):
        return [other for other in self.members if other is not member]

    @property
    def ours(self):
        return [member for member in self.members if member.make == "Sotto"]


def refused(member, message, words=""):
    """Passes when `member` refuses `message`, in words that hold `words`."""
    try:
        taken = member.process(message)
    except Refused as refusal:
        assert words in str(refusal), refusal
    else:
        raise AssertionError(f"{member.name} took it: {taken}")
