"""What the tests ask of a member of an MLS group, whoever made it."""

import contextlib
import dataclasses

#: What every member exports after every commit.
EXPORTED = (b"sotto interop", b"after every commit", 32)

#: MLSMessage { version = mls10, wire_format = mls_key_package } before a KeyPackage. RFC 9420 §6.
KEY_PACKAGE_HEADER = bytes.fromhex("00010005")
WIRE_FORMATS = {1: "public", 2: "private", 3: "welcome", 4: "group info", 5: "key package"}


def wire_format(message):
    """Of an MLSMessage."""
    assert message[:2] == b"\0\1", f"not MLS 1.0: {message[:4].hex()}"
    return WIRE_FORMATS[int.from_bytes(message[2:4], "big")]


@dataclasses.dataclass
class Staged:
    """A commit that its maker hasn't merged yet. All are MLSMessages, but the tree, which is a ratchet_tree."""

    commit: bytes
    welcome: bytes | None = None
    tree: bytes | None = None


@dataclasses.dataclass
class Taken:
    """What a message was: `application`, `proposal`, `commit` or `removed`, the last a commit that ended membership."""

    kind: str
    data: bytes | None = None


class Refused(Exception):
    """A member said no; its words."""


@contextlib.contextmanager
def refusals(errors):
    """Turns what a library throws into `Refused`."""
    try:
        yield
    except errors as error:
        raise Refused(repr(error)) from None
