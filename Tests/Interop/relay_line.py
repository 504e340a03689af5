"""A client's line written from docs/protocol.md against `sotto server`."""

import struct
import tempfile

import noise
import rooms
import wire
from programs import Relay

TINY_RECORDS = 70_000


def run(checks, binary):
    with tempfile.TemporaryDirectory() as home, Relay(binary, home) as relay:
        for fact, check in [
            ("a client of another make logs in; relay key and fingerprint are the invite's", logs_in),
            ("what it says is acknowledged with the number and head that it computes", is_served),
            ("what another says reaches it", hears),
            ("what is said twice is there once, and acknowledged twice", is_heard_once),
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
            ("a flipped byte in a record: closed, and what it said isn't in the log", flipped_record),
            ("kinds that aren't a client's, and lengths over a kind's limit: closed", bad_messages),
            ("lengths at a kind's limit: answered", greatest_messages),
            ("a kind that isn't known yet is answered, and the line lives on", unknown_kinds),
            ("a record of no plaintext, and one that is none: closed", bad_records),
            ("FIN without end: whoever comes back finds what it said, and hears what was said meanwhile", comes_back),
            ("the relay still serves", is_served),
        ]:
            checks.run(fact, check, relay)
    with tempfile.TemporaryDirectory() as home, Relay(binary, home, "--silent") as relay:
        checks.run("--silent: no byte without the right mac1", silent_without_mac1, relay)
        checks.run("--silent: served with it", is_served, relay)


def logs_in(relay):
    _, _, relay_key = wire.parse_invite(relay.invite)
    assert relay.fingerprint == wire.fingerprint("relay", relay_key), "the fingerprint isn't the key's"
    rooms.Client(relay.invite).end()


def is_served(relay):
    client, access_key = rooms.Client(relay.invite), wire.SigningKey()
    log = client.make_room(access_key)
    client.open(log, 1, access_key)
    client.append(log, rooms.message(1, b"kept by the relay"))
    client.end()


def hears(relay):
    """What a room's other member says, in the order of its numbers."""
    client, other, log = two_in_a_room(relay)
    assert client.follow(log, 2) == 1
    for body in b"said by another", "äöü".encode(), b"x" * 300_000:
        number = other.append(log, rooms.message(1, body))
        assert client.entries(log, number) == [rooms.message(1, body)]
    client.end()
    other.end()


def two_in_a_room(relay):
    client, other, access_key = rooms.Client(relay.invite), rooms.Client(relay.invite), wire.SigningKey()
    log = client.make_room(access_key)
    client.open(log, 1, access_key)
    other.open(log, 1, access_key)
    return client, other, log


def is_heard_once(relay):
    client, other, log = two_in_a_room(relay)
    other.follow(log, 2)
    client.append(log, rooms.message(1, b"said twice"))
    assert client.append_again(log, rooms.message(1, b"said twice")) == log.end
    client.append(log, rooms.message(1, b"said after that"))
    assert [entry.body for entry in other.followed(log, 2, 3)] == [b"said twice", b"said after that"]
    client.end()
    other.end()


def pings(relay):
    line = wire.dial(relay.invite, wire.Person())
    for body in b"", b"\0\xff", bytes(range(16)):
        line.send(wire.PING, body)
        assert line.expect(wire.PONG) == body
    line.end()


def mixes_records_and_messages(relay):
    line = wire.dial(relay.invite, wire.Person())
    pings = b"".join(struct.pack(">IBB", 1, wire.PING, number) for number in range(50))
    line.send_stream(pings)
    assert [line.expect(wire.PONG) for _ in range(50)] == [bytes([number]) for number in range(50)]
    line.end()
    client, other, log = two_in_a_room(relay)
    entry = rooms.message(1, "€".encode() * 5_000)
    log.add(entry.hash)
    request = struct.pack(">I", 3) + rooms.append(log.room, entry)
    message = struct.pack(">IB", len(request), rooms.APPEND) + request
    for start in range(0, len(message), 7):
        client.line.send_stream(message[start : start + 7])
    assert struct.unpack(">Q32s", client.answer(3, rooms.APPENDED)) == log.end
    other.follow(log, 2)
    assert other.followed(log, 2, 2) == [entry]
    client.end()
    other.end()


def crosses_rekey(relay):
    """Unasked pongs mean nothing and are answered by nothing: only the client's direction counts on."""
    client, other, log = two_in_a_room(relay)
    for _ in range(TINY_RECORDS):
        client.line.send(wire.PONG)
    client.append(log, rooms.message(1, b"behind the renewed key"))
    assert client.line.sending.state.n > wire.REKEY_INTERVAL > client.line.receiving.state.n
    other.follow(log, 2)
    assert other.followed(log, 2, 2) == [rooms.message(1, b"behind the renewed key")]
    client.end()
    other.end()


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
        line = wire.dial(relay.invite, person, person.hello(certificate=person.certificate(serial)))
        line.send(rooms.START, struct.pack(">IH", 1, rooms.VERSION))
        line.expect(rooms.STARTED)
        return line

    person = wire.Person()
    dial(5).end()
    dial(5).end()
    old_line, person.line = person.line, noise.KeyPair()
    dial(6).end()
    person.line = old_line
    try:
        dial(5)
    except AssertionError as error:
        assert str(error) == "FIN instead of a message of kind 5", error
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
    client, other, log = two_in_a_room(relay)
    body = struct.pack(">I", 3) + rooms.append(log.room, rooms.message(1, b"altered on its way"))
    record = bytearray(client.line.sending.seal(struct.pack(">IB", len(body), rooms.APPEND) + body))
    record[-20] ^= 1
    client.line.frames.send(bytes(record))
    assert client.line.frames.rest() == b"", "an altered record was answered"
    other.append(log, rooms.message(1, b"unaltered"))
    other.end()


def bad_messages(relay):
    for message in [
        struct.pack(">IB", 0, 0),
        struct.pack(">IB", 0, wire.ACCEPTED),
        struct.pack(">IB", 0, 6),
        struct.pack(">IB", 0, 15),
        struct.pack(">IBB", 1, wire.END, 0),
        struct.pack(">IB", 17, wire.PING) + bytes(17),
        struct.pack(">IB", 65_537, rooms.LOOK_UP),
        struct.pack(">IB", 65_537, 200),
        struct.pack(">IB", 352_257, rooms.PUBLISH),
        struct.pack(">IB", 1_056_769, rooms.DELIVER),
        struct.pack(">IB", 8_396_801, rooms.APPEND),
        struct.pack(">IB", 4_202_497, rooms.PUT_STATE),
        struct.pack(">IB", 2**32 - 1, rooms.APPEND),
    ]:
        client = rooms.Client(relay.invite)
        client.line.send_stream(message)
        assert client.line.frames.rest() == b"", f"{message[:8].hex()} was answered"


def greatest_messages(relay):
    client = rooms.Client(relay.invite)
    for kind, count in (rooms.LOOK_UP, 65_536), (rooms.PUBLISH, 352_256), (rooms.APPEND, 8_396_800):
        assert client.refusal(kind, bytes(count - 4)) == (rooms.MALFORMED, 0)
    client.end()


def unknown_kinds(relay):
    client = rooms.Client(relay.invite)
    for kind in 16, 31, 51, 95, rooms.DONE, rooms.ENTRIES, 200, 255:
        for body in b"", b"whatever":
            assert client.refusal(kind, body) == (rooms.UNKNOWN_REQUEST, 0), kind
    client.line.send(wire.PING, b"after")
    assert client.line.expect(wire.PONG) == b"after"
    client.end()


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
    person, access_key = wire.Person("Returning"), wire.SigningKey()
    client, other = rooms.Client(relay.invite, person), rooms.Client(relay.invite)
    log = client.make_room(access_key)
    client.open(log, 1, access_key)
    other.open(log, 1, access_key)
    mine, theirs = rooms.message(1, b"said before"), rooms.message(1, b"said meanwhile")
    client.append(log, mine)
    client.line.frames.close()
    before = log.end
    other.append(log, theirs)
    client = rooms.Client(relay.invite, person)
    client.open(log, 1, access_key)
    assert client.append_again(log, mine) == before
    assert client.follow(log, before[0] + 1) == log.last
    assert client.followed(log, before[0] + 1, log.last) == [theirs]
    client.end()
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
