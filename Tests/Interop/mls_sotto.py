"""A member made by Sotto: the program mls-peer, one for each member, lines of JSON each way.

A request is {"do": COMMAND, …}, its answer {…} or {"error": WORDS}; bytes are hexadecimal.
"""

import json

from mls_member import EXPORTED, Refused, Staged, Taken
from programs import Program


class Sotto:
    make = "Sotto"

    def __init__(self, binary, name, suite=1):
        self.name, self.leaf, self.program = name, None, Program(binary, str(suite), name)

    def ask(self, command, **fields):
        self.program.type(json.dumps({"do": command, **{name: plain(value) for name, value in fields.items()}}))
        answer = self.program.next_event()
        if "error" in answer:
            raise Refused(answer["error"])
        return answer

    def reopen(self, grease=None):
        """Another signature key, and no group. `grease`: numbers that mean nothing in `capabilities`, or all `leaf`."""
        self.ask("reopen", grease=grease)

    def key_package(self):
        return taken(self.ask("key_package"), "key_package")

    def create(self, group_id, **options):
        self.ask("create", group=group_id, **options)

    def join(self, welcome, tree=None):
        self.ask("join", welcome=welcome, tree=tree)

    def join_externally(self, other, with_tree=True, leaf=None):
        """By its own commit, from what another of ours publishes; `leaf` is its own old one. Gives the commit."""
        published = other.ask("group_info", with_tree=with_tree)
        tree = None if with_tree else published["tree"]
        answer = self.ask("join_externally", group_info=published["group_info"], tree=tree, leaf=leaf)
        return taken(answer, "commit")

    def commit(self, add=(), remove=(), framing="private", **options):
        """The proposals that it has cached are always in it. With `kind`: one more change, as in `propose`."""
        answer = self.ask("commit", add=add, remove=[member.leaf for member in remove], framing=framing, **options)
        return Staged(*(taken(answer, name) for name in ("commit", "welcome", "tree")))

    def merge(self):
        self.ask("merge")

    def discard(self):
        self.ask("discard")

    def propose(self, kind, framing="private", **fields):
        return taken(self.ask("propose", kind=kind, framing=framing, **fields), "proposal")

    def process(self, message, sender=None):
        """A commit that holds what the RFC asks for is merged at once."""
        answer = self.ask("process", message=message)
        return Taken(answer["kind"], taken(answer, "data"))

    def seal(self, data, **options):
        return taken(self.ask("seal", data=data, **options), "message")

    def secrets(self):
        label, context, length = EXPORTED
        exported = self.export(label.decode(), context, length)
        return {"exported": exported, "authenticator": taken(self.ask("group"), "epoch_authenticator")}

    def export(self, label, context, length):
        return taken(self.ask("export", label=label, context=context, length=length), "secret")

    @property
    def epoch(self):
        return self.ask("group")["epoch"]

    @property
    def leaves(self):
        """Leaf by identity."""
        return {bytes.fromhex(one["identity"]).decode(): one["leaf"] for one in self.ask("group")["members"]}

    def restart(self):
        """Stores all that it has, forgets it, and goes on from what it stored."""
        self.ask("restart")


def plain(value):
    """Bytes as hexadecimal, in lists too."""
    if isinstance(value, bytes):
        return value.hex()
    return [plain(element) for element in value] if isinstance(value, (list, tuple)) else value


def taken(answer, name):
    return bytes.fromhex(answer[name]) if answer.get(name) is not None else None
