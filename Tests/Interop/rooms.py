"""What a relay and its clients say over a line, as docs/protocol.md describes it: requests, answers, events, logs."""

import collections
import os
import struct

import wire

VERSION = 1

START, CLAIM_NAME, RELEASE_NAME, LOOK_UP, PUBLISH, COUNT, CLAIM, DELIVER, SET_TOKEN = range(32, 41)
FOLLOW_INBOX, ACKNOWLEDGE, APPEND, PUT_STATE, FETCH_STATE, OPEN, OPEN_LINK, FOLLOW, UNFOLLOW, WHISPER = range(41, 51)
DONE, REFUSED, STARTED, FOUND, COUNTED, CLAIMED, APPENDED, FETCHED, OPENED, FOLLOWING = range(96, 106)
ENTRIES, WITHHELD, TRIMMED, INBOX, WHISPERED = range(128, 133)
ANSWERS = range(96, 128)

UNKNOWN_REQUEST, MALFORMED, OTHER_VERSION, OUT_OF_TURN, NOT_ALLOWED, UNKNOWN, NAME_TAKEN, OVER_QUOTA = range(1, 9)
TOO_OFTEN, PARENT_HAS_COMMIT, UNKNOWN_PARENT, ROOM_EXISTS, GONE, STORAGE, STOPPING = range(9, 16)

CREATION, COMMIT, MESSAGE, PROPOSAL = 1, 2, 3, 4
REMOVES, DISPUTES = 1, 2
NOT_READABLE = 1


def opaque(data, size=4):
    return len(data).to_bytes(size, "big") + data


def optional(data):
    return b"\0" if data is None else b"\1" + data


def at_name(name):
    return opaque(name.encode(), 1)


class Reader:
    """Takes a body apart; whoever has taken all calls `finish`."""

    def __init__(self, data):
        self.data = data

    def take(self, count):
        assert len(self.data) >= count, "a body that is too short"
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def number(self, size=8):
        return int.from_bytes(self.take(size), "big")

    def opaque(self, size=4):
        return self.take(self.number(size))

    def optional(self, read):
        is_there = self.number(1)
        assert is_there in (0, 1), "neither there nor not"
        return read(self) if is_there else None

    def list(self, read, size=4):
        inner, found = Reader(self.opaque(size)), []
        while inner.data:
            found.append(read(inner))
        return found

    def finish(self):
        assert self.data == b"", "bytes behind a body"


class Entry(collections.namedtuple("Entry", "kind flags parent access_key body")):
    @property
    def header(self):
        return struct.pack(">HBBQ", VERSION, self.kind, self.flags, self.parent) + self.access_key

    @property
    def encoded(self):
        return self.header + opaque(self.body)

    @property
    def hash(self):
        return wire.blake2b(self.header + self.body)

    @classmethod
    def read(cls, reader):
        version, kind, flags, parent = struct.unpack(">HBBQ", reader.take(12))
        assert version == VERSION and kind in (CREATION, COMMIT, MESSAGE, PROPOSAL), "no entry"
        access_key = reader.take(32) if kind in (CREATION, COMMIT) else b""
        return cls(kind, flags, parent, access_key, reader.opaque())


def creation(access_key, body=b"created"):
    return Entry(CREATION, 0, 0, access_key, body)


def commit(parent, access_key, body=b"commit", flags=0):
    return Entry(COMMIT, flags, parent, access_key, body)


def message(parent, body):
    return Entry(MESSAGE, 0, parent, b"", body)


def head_zero(relay_key, room):
    return wire.blake2b(b"sotto room log 1\0" + relay_key + room)


def head_after(head, number, entry_hash):
    return wire.blake2b(b"sotto room head 1\0" + head + struct.pack(">Q", number) + entry_hash)


class Log:
    """A room's log as this end knows it, with the head up to each number."""

    def __init__(self, relay_key, room=None):
        self.room = room or os.urandom(32)
        self.hashes, self.heads = [], [head_zero(relay_key, self.room)]

    def add(self, entry_hash):
        self.hashes.append(entry_hash)
        self.heads.append(head_after(self.heads[-1], len(self.hashes), entry_hash))

    @property
    def last(self):
        return len(self.hashes)

    @property
    def end(self):
        """What says how far a log goes: its last number and its head."""
        return self.last, self.heads[-1]


def public_state(blob, links=()):
    return opaque(blob) + opaque(b"".join(key + struct.pack(">Q", end) for key, end in links), 2)


def append(room, entry, state=None):
    return room + entry.encoded + optional(state)


def room_opening(room, epoch, key, handshake_hash):
    epoch = struct.pack(">Q", epoch)
    return room + epoch + key.signature(b"sotto room opening 1", handshake_hash + room + epoch)


def link_opening(room, key, handshake_hash):
    return room + key.public + key.signature(b"sotto link opening 1", handshake_hash + room + key.public)


class Refusal(AssertionError):
    """Where nobody expects it, a check that failed."""

    def __init__(self, code, detail):
        super().__init__(f"refused with code {code}, detail {detail}")
        self.code, self.detail = code, detail


class Client:
    """Somebody's line with a relay."""

    def __init__(self, invite, person=None, starts=True, hello=None):
        self.person = person or wire.Person()
        self.line = wire.dial(invite, self.person, hello)
        self.relay_key = wire.parse_invite(invite)[2]
        self.last_number, self.events = 0, collections.deque()
        if starts:
            self.start()

    def start(self):
        version, self.clock = struct.unpack(">HQ", self.ask(START, struct.pack(">H", VERSION), STARTED))
        assert version == VERSION, version

    def send(self, kind, body=b""):
        """The number that the answer will have."""
        self.last_number += 1
        self.line.send(kind, struct.pack(">I", self.last_number) + body)
        return self.last_number

    def ask(self, kind, body=b"", answered_by=DONE):
        """The body of the answer, which must be of the kind expected."""
        number = self.send(kind, body)
        return self.answer(number, answered_by)

    def answer(self, number, expected):
        while True:
            kind, body = self._next_message()
            if kind in ANSWERS:
                break
            self.events.append((kind, body))
        assert struct.unpack_from(">I", body) == (number,), f"another's answer: {kind} {body[:12].hex()}"
        if kind == REFUSED:
            raise Refusal(*struct.unpack(">HQ", body[4:]))
        assert kind == expected, f"answered by kind {kind}"
        return body[4:]

    def refusal(self, kind, body=b""):
        """(code, detail) with which this is refused."""
        number = self.send(kind, body)
        return self.refusal_of(number)

    def refusal_of(self, number):
        try:
            self.answer(number, None)
        except Refusal as refusal:
            return refusal.code, refusal.detail
        raise AssertionError("it wasn't refused")

    def event(self, expected):
        """The body of the next event, which must be of the kind expected."""
        kind, body = self.events.popleft() if self.events else self._next_message()
        assert kind == expected, f"kind {kind} instead of the event {expected}"
        return body

    def assert_no_event(self):
        """What the relay had to say before it answers this would be here."""
        self.ask(COUNT, struct.pack(">H", 1), COUNTED)
        assert not self.events, f"an event of kind {self.events[0][0]}"

    def end(self):
        self.line.end()

    def make_room(self, access_key, state=None):
        log, entry = Log(self.relay_key), creation(access_key.public)
        self.append(log, entry, state)
        return log

    def append(self, log, entry, state=None):
        """Is answered by the number that comes next, and by the head that this end computes."""
        log.add(entry.hash)
        assert self.append_again(log, entry, state) == log.end, "another number or head"
        return log.last

    def append_again(self, log, entry, state=None):
        return struct.unpack(">Q32s", self.ask(APPEND, append(log.room, entry, state), APPENDED))

    def append_refusal(self, log, entry, state=None):
        return self.refusal(APPEND, append(log.room, entry, state))

    def open(self, log, epoch, access_key):
        body = room_opening(log.room, epoch, access_key, self.line.handshake_hash)
        assert struct.unpack(">Q32s", self.ask(OPEN, body, OPENED)) == log.end, "opened, but another log"

    def follow(self, log, number=0):
        return struct.unpack(">Q", self.ask(FOLLOW, log.room + struct.pack(">Q", number), FOLLOWING))[0]

    def entries(self, log, first):
        """The entries of the next event, which must begin with that number."""
        reader = Reader(self.event(ENTRIES))
        assert reader.take(32) == log.room, "another room's"
        assert reader.number() == first, "entries from another number on"
        entries = reader.list(Entry.read)
        reader.finish()
        return entries

    def followed(self, log, first, last):
        """Those numbers as they come: entries, and hashes of those that aren't readable."""
        told = {}
        while first + len(told) <= last:
            told.update(self._told(log, first + len(told)))
        return [told[number] for number in range(first, last + 1)]

    def _told(self, log, expected):
        kind, body = self.events.popleft() if self.events else self._next_message()
        if kind == ENTRIES:
            self.events.appendleft((kind, body))
            return dict(enumerate(self.entries(log, expected), expected))
        assert kind == WITHHELD, f"an event of kind {kind}"
        room, number, reason, entry_hash = struct.unpack(">32sQB32s", body)
        assert (room, number, reason) == (log.room, expected, NOT_READABLE), (number, reason)
        return {number: entry_hash}

    def _next_message(self):
        message = self.line.receive()
        assert message is not None, "FIN instead of a message"
        return message
