"""A room's log as docs/protocol.md describes it: entries, their hashes and heads, and what opens it."""

import os
import struct

from wire import SigningKey, blake2b

CREATE, COMMIT, MESSAGE, PROPOSAL = 1, 2, 3, 4
REMOVES = 1


def header(kind, parent, access_key=b"", flags=0):
    return struct.pack(">HBBQ", 1, kind, flags, parent) + access_key


def entry(header, body):
    return header + struct.pack(">I", len(body)) + body


def entry_hash(entry):
    """Of header and body, without the length between them."""
    count = header_count(entry)
    return blake2b(entry[:count] + entry[count + 4 :])


def header_count(entry):
    return 12 + (32 if entry[2] in (CREATE, COMMIT) else 0)


def entries_of(data):
    """Entries one behind the other."""
    found = []
    while data:
        start = header_count(data)
        (count,) = struct.unpack_from(">I", data, start)
        found.append(data[: start + 4 + count])
        data = data[start + 4 + count :]
    return found


class Log:
    """What a member computes of a log for himself."""

    def __init__(self, relay_key, room):
        self.number, self.head = 0, blake2b(b"sotto room log 1\0" + relay_key + room)

    def follow(self, hash):
        self.number += 1
        self.head = blake2b(b"sotto room head 1\0" + self.head + struct.pack(">Q", self.number) + hash)


class Room:
    """A room, and the access key of its epoch."""

    def __init__(self):
        self.id, self.access = os.urandom(32), SigningKey()

    def creation(self):
        return entry(header(CREATE, 0, self.access.public), b"created")

    def message(self, text, parent=1):
        return entry(header(MESSAGE, parent), text)

    def commit(self, next_access, parent=1, flags=0):
        return entry(header(COMMIT, parent, next_access.public, flags), b"commit")

    def opening(self, line, epoch=1, access=None):
        body = line.handshake_hash + self.id + struct.pack(">Q", epoch)
        signature = (access or self.access).signed(b"sotto room opening 1", body)[-64:]
        return self.id + struct.pack(">Q", epoch) + signature
