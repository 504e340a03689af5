"""The examples of docs/protocol.md, made anew."""

import os
import re
import struct

import rooms
import wire

ROOM = bytes(range(32))
RELAY_KEY = bytes(range(0x40, 0x60))
HANDSHAKE_HASH = bytes(range(0x40, 0x80))
TIME = 2_000_000_000


def run(checks):
    checks.run("this engine makes every example of docs/protocol.md, to the byte", reproduces)


def reproduces():
    path = os.path.join(os.path.dirname(__file__), "../../docs/protocol.md")
    with open(path, encoding="utf-8") as file:
        blocks = re.findall(r"^```hex ([^\n]*)\n(.*?)^```", file.read(), re.MULTILINE | re.DOTALL)
    written = {name: bytes.fromhex(digits) for name, digits in blocks}
    made = dict(examples())
    assert len(written) == len(blocks) and written.keys() == made.keys(), written.keys() ^ made.keys()
    for name, example in made.items():
        assert written[name] == example, f"{name}: {example.hex()} instead of {written[name].hex()}"


def examples():
    access_key, link_key = wire.SigningKey(bytes([7]) * 32), wire.SigningKey(bytes([8]) * 32)
    yield "access key", access_key.public
    yield "link key", link_key.public
    yield "start", numbered(rooms.START, 1, struct.pack(">H", 1))
    yield "started", numbered(rooms.STARTED, 1, struct.pack(">HQ", 1, TIME))
    yield "claim name", numbered(rooms.CLAIM_NAME, 2, rooms.at_name("ann"))
    yield from log(access_key, rooms.public_state(b"blob", [(link_key.public, TIME)]))
    opening = rooms.link_opening(ROOM, link_key, HANDSHAKE_HASH)
    yield "open link", numbered(rooms.OPEN_LINK, 7, opening)
    item = rooms.optional(b"\xc3" * 16) + rooms.opaque(b"\5\6")
    yield "deliver", numbered(rooms.DELIVER, 8, b"\x22" * 32 + item)
    yield "whisper", numbered(rooms.WHISPER, 9, ROOM + rooms.opaque(b"\1\2\3", 2))
    yield "refused", numbered(rooms.REFUSED, 10, struct.pack(">HQ", rooms.PARENT_HAS_COMMIT, 9))
    yield "unknown request", numbered(rooms.REFUSED, 11, struct.pack(">HQ", rooms.UNKNOWN_REQUEST, 0))


def log(access_key, state):
    log = rooms.Log(RELAY_KEY, ROOM)
    created, said = rooms.creation(access_key.public), rooms.message(1, b"sealed")
    for entry in created, said:
        log.add(entry.hash)
    one = struct.pack(">Q", 1)
    yield "creation", numbered(rooms.APPEND, 3, rooms.append(ROOM, created, state))
    yield "entry hash 1", created.hash
    yield "head 0", log.heads[0]
    yield "head 1", log.heads[1]
    yield "creation appended", numbered(rooms.APPENDED, 3, one + log.heads[1])
    yield "open room", numbered(rooms.OPEN, 4, rooms.room_opening(ROOM, 1, access_key, HANDSHAKE_HASH))
    yield "opened", numbered(rooms.OPENED, 4, one + log.heads[1])
    yield "message", numbered(rooms.APPEND, 5, rooms.append(ROOM, said))
    yield "entry hash 2", said.hash
    yield "head 2", log.heads[2]
    yield "message appended", numbered(rooms.APPENDED, 5, struct.pack(">Q", 2) + log.heads[2])
    yield "follow", numbered(rooms.FOLLOW, 6, ROOM + one)
    yield "following", numbered(rooms.FOLLOWING, 6, struct.pack(">Q", 2))
    yield "withheld", framed(rooms.WITHHELD, ROOM + one + b"\1" + created.hash)
    yield "entries", framed(rooms.ENTRIES, ROOM + struct.pack(">Q", 2) + rooms.opaque(said.encoded))


def numbered(kind, number, body):
    return framed(kind, struct.pack(">I", number) + body)


def framed(kind, body):
    return struct.pack(">IB", len(body), kind) + body
