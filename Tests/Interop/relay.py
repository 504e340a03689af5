"""A client written from docs/protocol.md against `sotto server`."""

import os
import struct
import tempfile

import asking
import noise
import wire
from asking import Asking
from programs import Server
from room import Log, REMOVES, Room, entries_of, entry_hash

TINY_RECORDS = 70_000


def run(checks, binary):
    with tempfile.TemporaryDirectory() as home, Server(binary, home) as relay:
        for fact, check in [
            ("a client of another make logs in; relay key and fingerprint are the invite's", logs_in),
            ("it starts, makes a room and appends; numbers and heads are those that it computes", appends),
            ("the same bytes again get the number that they have", appends_once),
            ("another line follows the log: the same entries, the same head", follows),
            ("who hasn't opened a room appends nothing there and follows nothing", opens_first),
            ("a signature that opens one line opens no other", opens_one_line),
            ("the first commit for a parent wins; what comes behind it is refused with its number", one_commit),
            ("whoever was removed gets hashes, and the heads agree", withholds),
            ("an inbox takes items, its owner reads and acknowledges them", delivers),
            ("a name goes to who comes first; a key package is given out once", names_and_packages),
            ("unknown requests, malformed ones and those out of turn are refused, and the line lives on", refuses),
            ("a ping's body comes back", pings),
            ("one record may hold many messages, and one message many records", mixes_records_and_messages),
            (f"{TINY_RECORDS} tiny records cross the renewal of the key, towards the relay", crosses_rekey),
            ("pings and pongs cross the renewal of the key, both ways", crosses_rekey_both_ways),
            ("both say end, and the relay's FIN follows", ends),
            ("another prologue: closed without a byte after message 2", other_prologue),
            ("ChaChaPoly instead of XChaChaPoly: closed without a byte after message 2", other_cipher),
            ("any flipped byte of message 3: closed without a byte after message 2", flipped_bytes),
            ("another's hello: closed without a byte after message 2", foreign_hello),
            ("another's line key in one's own certificate: closed without a byte", foreign_line_key),
            ("an older line certificate than the last one: closed without a byte", older_certificate),
            ("a credential of a newer version: one record that says so, then closed", newer_version),
            ("a bad name, trailing bytes, bad signatures: closed without a byte", bad_hellos),
            ("message 1 too short, too long or empty: closed without a byte", bad_lengths),
            ("a flipped byte in a record: closed, and what it asked isn't done", flipped_record),
            ("kinds that aren't a client's, and lengths over a kind's limit: closed", bad_messages),
            ("a record of no plaintext, and one that is none: closed", bad_records),
            ("FIN without end: whoever comes back finds what was appended", comes_back),
            ("the relay still serves", appends),
        ]:
            checks.run(fact, check, relay)
    with tempfile.TemporaryDirectory() as home, Server(binary, home, "--silent") as relay:
        checks.run("--silent: no byte without the right mac1", silent_without_mac1, relay)
        checks.run("--silent: served with it", appends, relay)


def logs_in(relay):
    _, _, relay_key = wire.parse_invite(relay.invite)
    assert relay.fingerprint == wire.fingerprint("relay", relay_key), "the fingerprint isn't the key's"
    wire.dial(relay.invite, wire.Person()).end()


def append(line, room, entry):
    """Number and head, as the relay answers."""
    body = line.ask(asking.APPEND, room.id + entry + b"\0", asking.APPENDED)
    return struct.unpack_from(">Q", body)[0], body[8:]


def open_room(line, room, epoch=1, access=None):
    body = line.ask(asking.OPEN_ROOM, room.opening(line.line, epoch, access), asking.OPENED)
    return struct.unpack_from(">Q", body)[0], body[8:]


def follow(line, room, number=0):
    body = line.ask(asking.FOLLOW, room.id + struct.pack(">Q", number), asking.FOLLOWING)
    return struct.unpack(">Q", body)[0]


def made_room(line):
    """A room, opened on this line, and its log by one's own computation."""
    room = Room()
    log = Log(line.line.relay_key, room.id)
    log.follow(entry_hash(room.creation()))
    assert append(line, room, room.creation()) == (1, log.head), "another number or head"
    assert open_room(line, room) == (1, log.head)
    return room, log


def say(line, room, log, text):
    message = room.message(text)
    log.follow(entry_hash(message))
    assert append(line, room, message) == (log.number, log.head), "another number or head"


def appends(relay):
    line = Asking.dial(relay.invite, wire.Person())
    room, log = made_room(line)
    for text in b"sealed", b"\0" * 5_000, os.urandom(70_000):
        say(line, room, log, text)
    line.end()


def appends_once(relay):
    line = Asking.dial(relay.invite, wire.Person())
    room, log = made_room(line)
    say(line, room, log, b"said twice")
    assert append(line, room, room.message(b"said twice")) == (2, log.head)
    assert append(line, room, room.creation())[0] == 1
    say(line, room, log, b"said after that")
    assert line.refusal(asking.APPEND, room.id + Room().creation() + b"\0")[0] == asking.ROOM_EXISTS
    line.end()


def follows(relay):
    writer = Asking.dial(relay.invite, wire.Person())
    room, log = made_room(writer)
    for text in b"one", b"two":
        say(writer, room, log, text)
    reader = Asking.dial(relay.invite, wire.Person())
    open_room(reader, room)
    assert follow(reader, room) == 3
    say(writer, room, log, b"three")
    seen, texts = Log(reader.line.relay_key, room.id), []
    # Entry 1 began the epoch: its hash alone.
    body = reader.event(asking.WITHHELD)
    assert body[:32] == room.id and struct.unpack_from(">QB", body, 32) == (1, 1), body[32:41]
    seen.follow(body[41:])
    while seen.number < 4:
        body = reader.event(asking.ENTRIES)
        assert body[:32] == room.id and struct.unpack_from(">Q", body, 32) == (seen.number + 1,)
        assert struct.unpack_from(">I", body, 40) == (len(body) - 44,)
        for entry in entries_of(body[44:]):
            seen.follow(entry_hash(entry))
            texts.append(entry[16:])
    assert texts == [b"one", b"two", b"three"] and seen.head == log.head
    writer.end()
    reader.end()


def opens_first(relay):
    writer = Asking.dial(relay.invite, wire.Person())
    room, log = made_room(writer)
    stranger = Asking.dial(relay.invite, wire.Person("Mallory"))
    assert stranger.refusal(asking.APPEND, room.id + room.message(b"x") + b"\0") == (asking.NOT_ALLOWED, 0)
    assert stranger.refusal(asking.FOLLOW, room.id + bytes(8)) == (asking.NOT_ALLOWED, 0)
    other = wire.SigningKey()
    assert stranger.refusal(asking.OPEN_ROOM, room.opening(stranger.line, 1, other)) == (asking.NOT_ALLOWED, 0)
    say(writer, room, log, b"alone")
    stranger.end()
    writer.end()


def opens_one_line(relay):
    writer = Asking.dial(relay.invite, wire.Person())
    room, _ = made_room(writer)
    other = Asking.dial(relay.invite, wire.Person("Mallory"))
    assert other.refusal(asking.OPEN_ROOM, room.opening(writer.line)) == (asking.NOT_ALLOWED, 0)
    open_room(other, room)
    other.end()
    writer.end()


def one_commit(relay):
    line = Asking.dial(relay.invite, wire.Person())
    room, log = made_room(line)
    access = wire.SigningKey()
    commit = room.commit(access)
    log.follow(entry_hash(commit))
    assert append(line, room, commit) == (2, log.head)
    for late in room.commit(wire.SigningKey()), room.message(b"late"):
        assert line.refusal(asking.APPEND, room.id + late + b"\0") == (asking.PARENT_HAS_COMMIT, 2)
    message = room.message(b"in the new epoch", parent=2)
    log.follow(entry_hash(message))
    assert append(line, room, message) == (3, log.head)
    assert open_room(line, room, 2, access) == (3, log.head)
    line.end()


def withholds(relay):
    line, removed = Asking.dial(relay.invite, wire.Person()), Asking.dial(relay.invite, wire.Person("Removed"))
    room, log = made_room(line)
    open_room(removed, room)
    access = wire.SigningKey()
    commit = room.commit(access, flags=REMOVES)
    log.follow(entry_hash(commit))
    assert append(line, room, commit)[0] == 2
    open_room(line, room, 2, access)
    message = room.message(b"behind the removal", parent=2)
    log.follow(entry_hash(message))
    assert append(line, room, message) == (3, log.head)
    assert follow(removed, room) == 3
    seen = Log(line.line.relay_key, room.id)
    seen.follow(removed.event(asking.WITHHELD)[41:])
    assert entries_of(removed.event(asking.ENTRIES)[44:]) == [commit], "who was removed sees by which commit"
    seen.follow(entry_hash(commit))
    body = removed.event(asking.WITHHELD)
    assert struct.unpack_from(">QB", body, 32) == (3, 1)
    seen.follow(body[41:])
    assert seen.head == log.head
    line.end()
    removed.end()


def delivers(relay):
    owner = wire.Person("Owner")
    reader, sender = Asking.dial(relay.invite, owner), Asking.dial(relay.invite, wire.Person())
    token, items = os.urandom(16), [b"first item", b"second item"]
    reader.ask(asking.SET_TOKEN, b"\1" + token, asking.DONE)
    for item, shown in zip(items, (b"\0", b"\1" + token)):
        body = owner.device.public + shown + struct.pack(">I", len(item)) + item
        for _ in range(2):
            sender.ask(asking.DELIVER, body, asking.DONE)
    assert reader.ask(asking.FOLLOW_INBOX, bytes(8), asking.FOLLOWING) == struct.pack(">Q", 2)
    for number, item in enumerate(items, 1):
        assert reader.event(asking.INBOX) == struct.pack(">QI", number, len(item)) + item
    reader.ask(asking.ACKNOWLEDGE, struct.pack(">Q", 1), asking.DONE)
    again = Asking.dial(relay.invite, owner)
    again.ask(asking.FOLLOW_INBOX, bytes(8), asking.FOLLOWING)
    assert again.event(asking.INBOX)[:8] == struct.pack(">Q", 2)
    nobody = os.urandom(32) + b"\0" + struct.pack(">I", 1) + b"x"
    assert sender.refusal(asking.DELIVER, nobody)[0] == asking.UNKNOWN
    for line in reader, sender, again:
        line.end()


def names_and_packages(relay):
    ada = wire.Person()
    line, other = Asking.dial(relay.invite, ada), Asking.dial(relay.invite, wire.Person("Bea"))
    name = struct.pack("B", 3) + b"ada"
    line.ask(asking.CLAIM_NAME, name, asking.DONE)
    assert other.refusal(asking.CLAIM_NAME, name)[0] == asking.NAME_TAKEN
    found = other.ask(asking.LOOK_UP, b"\1" + name, asking.FOUND)
    assert found[:36] == ada.identity.public + name, "somebody else has that name"
    credential = ada.credential()
    listed = struct.pack(">H", len(credential)) + credential
    assert found[36:] == struct.pack(">I", len(listed)) + listed
    package, last = (struct.pack(">H", len(x)) + x for x in (b"only once", b"last resort"))
    line.ask(asking.PUBLISH, b"\0\3" + struct.pack(">I", len(package)) + package + b"\1" + last, asking.DONE)
    assert line.ask(asking.COUNT, b"\0\3", asking.COUNTED) == b"\0\1\1"
    for is_last, expected in (b"\0", package), (b"\1", last), (b"\1", last):
        one = ada.device.public + b"\0\3" + is_last + expected
        claimed = other.ask(asking.CLAIM, ada.identity.public + b"\2\0\3", asking.CLAIMED)
        assert claimed == struct.pack(">I", len(one)) + one, claimed
    line.end()
    other.end()


def refuses(relay):
    line = Asking(wire.dial(relay.invite, wire.Person()))
    assert line.refusal(asking.LOOK_UP, b"\1\3ada")[0] == asking.OUT_OF_TURN
    assert line.refusal(asking.START, b"\0\x63") == (asking.VERSION, 1)
    line.ask(asking.START, b"\0\1", asking.STARTED)
    assert line.refusal(asking.START, b"\0\1")[0] == asking.OUT_OF_TURN
    assert line.refusal(90, b"whatever")[0] == asking.UNKNOWN_REQUEST
    for kind, body in (asking.LOOK_UP, b"\3"), (asking.COUNT, b"\0\3\0"), (asking.OPEN_ROOM, bytes(10)):
        assert line.refusal(kind, body)[0] == asking.MALFORMED, kind
    line.line.send(asking.COUNT, b"\0")
    try:
        line.hear(0, None)
    except asking.Refused as refused:
        assert refused.code == asking.MALFORMED
    made_room(line)
    line.end()


def pings(relay):
    line = wire.dial(relay.invite, wire.Person())
    for body in b"", b"\0\xff", bytes(range(16)):
        line.send(wire.PING, body)
        assert line.expect(wire.PONG) == body
    line.end()


def mixes_records_and_messages(relay):
    line = Asking.dial(relay.invite, wire.Person())
    pings = b"".join(struct.pack(">IBB", 1, wire.PING, number) for number in range(50))
    line.line.send_stream(pings)
    assert [line.line.expect(wire.PONG) for _ in range(50)] == [bytes([number]) for number in range(50)]
    room, log = made_room(line)
    message = room.message("€".encode() * 5_000)
    body = struct.pack(">I", 77) + room.id + message + b"\0"
    stream = struct.pack(">IB", len(body), asking.APPEND) + body
    for start in range(0, len(stream), 7):
        line.line.send_stream(stream[start : start + 7])
    log.follow(entry_hash(message))
    assert line.hear(77, asking.APPENDED) == struct.pack(">Q", 2) + log.head
    line.end()


def crosses_rekey(relay):
    """Unasked pongs mean nothing and are answered by nothing: only the client's direction counts on."""
    line = Asking.dial(relay.invite, wire.Person())
    for _ in range(TINY_RECORDS):
        line.line.send(wire.PONG)
    made_room(line)
    assert line.line.sending.state.n > wire.REKEY_INTERVAL > line.line.receiving.state.n
    line.end()


def crosses_rekey_both_ways(relay):
    """One ping at a time: pings that are read at once share a record for their pongs."""
    line = wire.dial(relay.invite, wire.Person())
    for number in range(wire.REKEY_INTERVAL + 100):
        line.send(wire.PING, struct.pack(">I", number))
        assert line.expect(wire.PONG) == struct.pack(">I", number)
    assert min(line.sending.state.n, line.receiving.state.n) > wire.REKEY_INTERVAL
    line.end()


def ends(relay):
    line = wire.dial(relay.invite, wire.Person())
    line.send(wire.END)
    line.expect(wire.END)
    assert line.receive() is None
    assert line.frames.rest() == b""


def ends(relay):
    line = wire.dial(relay.invite, wire.Person())
    line.send(wire.END)
    line.expect(wire.END)
    assert line.receive() is None
    assert line.frames.rest() == b""


class Stubborn(noise.XX):
    """Knows the relay's key from the invite and goes on although message 2 doesn't open."""

    did_open = None

    def __init__(self, relay_key, person, prologue=wire.PROLOGUE, cipher=noise.XChaChaPoly):
        super().__init__(True, person.line, prologue, cipher)
        self.relay_key = relay_key

    def open_static(self, sealed):
        return self._open(sealed) or self.relay_key

    def open_payload(self, sealed):
        return self._open(sealed)

    def _open(self, sealed):
        try:
            opened = super().open_payload(sealed)
            self.did_open = True
            return opened
        except noise.DoesNotOpen:
            self.did_open = False
            self.symmetric.state.n += 1
            self.symmetric.mix_hash(sealed)


def silence_after(relay, make_message3, opens=True, **suite):
    """Runs a handshake up to the given message 3 and expects a closed connection without a byte."""
    host, port, relay_key = wire.parse_invite(relay.invite)
    person = wire.Person("Mallory")
    frames = wire.connect(host, port)
    handshake = Stubborn(relay_key, person, **suite)
    frames.send(handshake.write(wire.mac1(relay_key, handshake.e.public)))
    message2 = frames.receive()
    assert message2 is not None and len(message2) == 96, "no message 2"
    handshake.read(message2)
    assert handshake.did_open == opens, "message 2 opens where it must not, or doesn't where it must"
    frames.send(make_message3(handshake, person))
    assert frames.rest() == b"", "a byte came after message 2"
    frames.close()


def silence_after_hello(relay, make_hello):
    silence_after(relay, lambda handshake, person: handshake.write(make_hello(person)))


def other_prologue(relay):
    write = lambda handshake, person: handshake.write(person.hello())
    silence_after(relay, write, opens=False, prologue=b"sotto/2")
    silence_after(relay, write, opens=False, prologue=b"")


def other_cipher(relay):
    write = lambda handshake, person: handshake.write(person.hello())
    silence_after(relay, write, opens=False, cipher=noise.ChaChaPoly)


def flipped_bytes(relay):
    length = 48 + len(wire.Person("Mallory").hello()) + 16
    for index in [0, 31, 32, 47, 48, 50, 100, length - 17, length - 16, length - 1]:

        def flipped(handshake, person):
            message = bytearray(handshake.write(person.hello()))
            message[index] ^= 1
            return bytes(message)

        silence_after(relay, flipped)


def foreign_hello(relay):
    """Both its parts are public: whoever has served somebody once holds them. Before and after the owner's login."""
    owner = wire.Person("Owner")
    silence_after_hello(relay, lambda _: owner.hello())
    wire.dial(relay.invite, owner).end()
    silence_after_hello(relay, lambda _: owner.hello())
    silence_after_hello(relay, lambda person: person.hello(credential=owner.credential()))
    silence_after_hello(relay, lambda person: person.hello(certificate=owner.certificate()))


def foreign_line_key(relay):
    other = noise.KeyPair().public
    silence_after_hello(relay, lambda person: person.hello(certificate=person.certificate(line_key=other)))


def older_certificate(relay):
    def dial(serial):
        return wire.dial(relay.invite, person, person.hello(certificate=person.certificate(serial)))

    person = wire.Person()
    dial(5).end()
    dial(5).end()
    old_line, person.line = person.line, noise.KeyPair()
    dial(6).end()
    person.line = old_line
    try:
        dial(5)
    except AssertionError as error:
        assert "FIN instead of a message" in str(error), error
    else:
        raise AssertionError("the ended line key still logs in")


def newer_version(relay):
    person = wire.Person("Newer")
    line = wire.shake_hands(relay.invite, person, person.hello(credential=person.credential(version=2)))
    assert line.expect(wire.REFUSAL) == b"\3", "another refusal"
    assert line.receive() is None, "something came behind the refusal"
    line.frames.close()


def bad_hellos(relay):
    def damaged(signed):
        return signed[:-1] + bytes([signed[-1] ^ 1])

    for make_hello in [
        lambda person: hello_of(person, b""),
        lambda person: hello_of(person, b"a\nb"),
        lambda person: hello_of(person, "e\u0301".encode()),
        lambda person: hello_of(person, b"\xff"),
        lambda person: person.hello() + b"\0",
        lambda person: person.hello(credential=person.credential() + b"\0"),
        lambda person: person.hello(credential=damaged(person.credential())),
        lambda person: person.hello(certificate=damaged(person.certificate())),
        lambda person: b"",
    ]:
        silence_after_hello(relay, make_hello)


def hello_of(person, name):
    person.name = name
    return person.hello()


def bad_lengths(relay):
    host, port, _ = wire.parse_invite(relay.invite)
    for message in b"", bytes(47), bytes(49), bytes(65_535):
        frames = wire.connect(host, port)
        try:
            frames.send(message)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert frames.rest() == b""


def flipped_record(relay):
    person = wire.Person()
    line = Asking.dial(relay.invite, person)
    room, log = made_room(line)
    body = struct.pack(">I", 99) + room.id + room.message(b"altered on its way") + b"\0"
    record = bytearray(line.line.sending.seal(struct.pack(">IB", len(body), asking.APPEND) + body))
    record[20] ^= 1
    line.line.frames.send(bytes(record))
    assert line.line.frames.rest() == b"", "an altered record was answered"
    line = Asking.dial(relay.invite, person)
    assert open_room(line, room) == (1, log.head), "it was done all the same"
    say(line, room, log, b"unaltered")
    line.end()


def bad_messages(relay):
    for message in [
        struct.pack(">IB", 0, 0),
        struct.pack(">IB", 0, wire.ACCEPTED),
        struct.pack(">IB", 0, 6),
        struct.pack(">IBB", 1, wire.END, 0),
        struct.pack(">IB", 17, wire.PING) + bytes(17),
        struct.pack(">IB", 8_396_801, asking.APPEND),
        struct.pack(">IB", 65_537, asking.LOOK_UP),
        struct.pack(">IB", 2**32 - 1, asking.APPEND),
    ]:
        line = wire.dial(relay.invite, wire.Person())
        line.send_stream(message)
        assert line.frames.rest() == b"", f"{message[:8].hex()} was answered"


def bad_records(relay):
    for make_record in [
        lambda line: line.sending.seal(b""),
        lambda line: bytes(17),
        lambda line: b"",
        lambda line: bytes(wire.RECORD_PLAINTEXT_MAX + 16),
    ]:
        line = wire.dial(relay.invite, wire.Person())
        line.frames.send(make_record(line))
        assert line.frames.rest() == b""


def comes_back(relay):
    person = wire.Person("Returning")
    line = Asking.dial(relay.invite, person)
    room, log = made_room(line)
    line.line.frames.close()
    other = Asking.dial(relay.invite, wire.Person())
    open_room(other, room)
    say(other, room, log, b"said meanwhile")
    line = Asking.dial(relay.invite, person)
    assert open_room(line, room) == (2, log.head)
    assert follow(line, room, 2) == 2
    assert entries_of(line.event(asking.ENTRIES)[44:]) == [room.message(b"said meanwhile")]
    line.end()
    other.end()


def silent_without_mac1(relay):
    host, port, relay_key = wire.parse_invite(relay.invite)
    for mac in bytes(16), wire.mac1(noise.KeyPair().public, bytes(32)), None:
        frames = wire.connect(host, port)
        handshake = noise.XX(True, noise.KeyPair(), wire.PROLOGUE)
        if mac is None:
            mac = bytearray(wire.mac1(relay_key, handshake.e.public))
            mac[-1] ^= 1
        frames.send(handshake.write(bytes(mac)))
        assert frames.rest() == b""
