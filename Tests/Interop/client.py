"""A relay written from docs/protocol.md against the program's client: `sotto rooms`, `create` and `send`."""

import base64
import contextlib
import socket
import struct
import tempfile
import threading

import noise
import rooms
import wire
from programs import TIMEOUT_SECONDS, Program


def run(checks, binary):
    for fact, check in [
        ("a relay of another make is told who dials, and that is well signed", is_told_who_dials),
        ("it starts a line, publishes key packages of each suite it counts, and ends in order", starts_in_order),
        ("what is created and piped in is kept there, once it has accepted, and tells its head alike", keeps_a_room),
        ("nothing readable is in what it is given to keep", nothing_readable),
        ("what wasn't acknowledged on a lost line comes again, the same, and is kept once", comes_again),
        ("a line that ends inside a record, or in one that doesn't open, is dialled anew", bad_records),
        ("answers and events of unknown kinds are skipped, and pings answered", skips_unknown),
        ("a head that the relay claims isn't taken for its own", another_head),
        ("an unknown relay's fingerprint is shown, and it learns nobody's name", no_pin),
        ("an unknown relay isn't dialled where nobody can be asked: exit 3", nobody_to_ask),
        ("another key than the pinned one: exit 3, no message 3", another_key),
        ("another key than last time: exit 3, no message 3", changed_key),
        ("a refusal, and a version that the relay doesn't speak: exit 5", refusals),
    ]:
        checks.run(fact, check, binary)


class Relay:
    """Listens on a free loopback port and runs the next of `served(relay, frames)` for each connection, one by one."""

    def __init__(self, *served, key=None, port=0):
        self.listener = socket.create_server(("127.0.0.1", port))
        self.listener.settimeout(TIMEOUT_SECONDS)
        self.port = self.listener.getsockname()[1]
        self.key, self.served = key or noise.KeyPair(), served
        self.failure = None
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return "127.0.0.1:%d" % self.port

    def invite(self, key=None):
        return wire.make_invite("127.0.0.1", self.port, key or self.key.public)

    def finish(self):
        self.thread.join(TIMEOUT_SECONDS)
        assert not self.thread.is_alive(), "the relay still waits"
        self.listener.close()
        if self.failure:
            raise self.failure

    def _accept(self):
        try:
            for serve in self.served:
                connection, _ = self.listener.accept()
                with connection:
                    serve(self, wire.Frames(connection))
        except Exception as error:
            self.failure = error

    def answer(self, frames, knows_relay=True):
        """Messages 1 and 2."""
        handshake = noise.XX(False, self.key, wire.PROLOGUE)
        message1 = frames.receive()
        assert len(message1) == 48
        payload = handshake.read(message1)
        assert payload == (wire.mac1(self.key.public, handshake.re) if knows_relay else bytes(16)), "mac1"
        frames.send(handshake.write())
        return handshake

    def line(self, frames):
        """The whole handshake: a line, and the hello of whoever dialled."""
        handshake = self.answer(frames)
        hello = wire.Hello(handshake.read(frames.receive()), handshake.rs)
        return wire.Line(frames, handshake), hello

    def accept(self, frames):
        line, _ = self.line(frames)
        line.send(wire.ACCEPTED)
        return line


class Kept:
    """What a relay of few words keeps, over all its lines: rooms, and how many key packages there are."""

    def __init__(self, relay_key):
        self.relay_key = relay_key
        self.logs, self.entries, self.packages = {}, {}, {}
        self.asked, self.pongs = [], []

    def serve(self, relay, frames, line=None, answer=None):
        """One line, up to its end."""
        line = line or relay.accept(frames)
        while (message := line.receive()) is not None:
            kind, body = message
            if kind == wire.END:
                line.send(wire.END)
                assert frames.rest() == b"", "something came behind the end"
                return
            if kind == wire.PONG:
                self.pongs.append(body)
                continue
            self.asked.append((kind, body[4:]))
            for kind, told in (answer or self.answer)(line, kind, rooms.Reader(body[4:])):
                line.send(kind, body[:4] + told if kind in rooms.ANSWERS else told)

    def answer(self, line, kind, reader):
        """[(kind, body)]: the answer, and events behind it."""
        known = {
            rooms.START: self._start,
            rooms.COUNT: self._count,
            rooms.PUBLISH: self._publish,
            rooms.APPEND: self._append,
            rooms.OPEN: self._open,
            rooms.FOLLOW: self._follow,
            rooms.FOLLOW_INBOX: lambda *_: [(rooms.FOLLOWING, bytes(8))],
            rooms.SET_TOKEN: lambda *_: [(rooms.DONE, b"")],
        }
        if kind not in known:
            return [(rooms.REFUSED, struct.pack(">HQ", rooms.UNKNOWN_REQUEST, 0))]
        return known[kind](line, reader)

    def _start(self, _, reader):
        assert reader.number(2) == rooms.VERSION
        return [(rooms.STARTED, struct.pack(">HQ", rooms.VERSION, 2_000_000_000))]

    def _count(self, _, reader):
        return [(rooms.COUNTED, struct.pack(">HB", *self.packages.get(reader.number(2), (0, 0))))]

    def _publish(self, _, reader):
        suite = reader.number(2)
        packages = reader.list(lambda list: list.opaque(2))
        last_resort = reader.optional(lambda rest: rest.opaque(2))
        reader.finish()
        assert len(set(packages)) == len(packages) <= 20 and last_resort not in packages
        self.packages[suite] = len(packages), int(last_resort is not None)
        return [(rooms.DONE, b"")]

    def _append(self, _, reader):
        room, entry = reader.take(32), rooms.Entry.read(reader)
        reader.optional(lambda rest: (rest.opaque(), rest.opaque(2)))
        reader.finish()
        log = self.logs.setdefault(room, rooms.Log(self.relay_key, room))
        entries = self.entries.setdefault(room, [])
        if entry not in entries:
            assert (entry.kind == rooms.CREATION) == (not entries), "a room begins with its creation alone"
            entries.append(entry)
            log.add(entry.hash)
        number = entries.index(entry) + 1
        return [(rooms.APPENDED, struct.pack(">Q", number) + log.heads[number])]

    def _open(self, line, reader):
        room, epoch, signature = reader.take(32), reader.number(), reader.take(64)
        reader.finish()
        opening = line.handshake_hash + room + struct.pack(">Q", epoch)
        wire.check_signed(b"sotto room opening 1", opening + signature, self.entries[room][epoch - 1].access_key)
        return [(rooms.OPENED, struct.pack(">Q", self.logs[room].last) + self.logs[room].heads[-1])]

    def _follow(self, _, reader):
        room, first = reader.take(32), max(reader.number(), 1)
        reader.finish()
        told = [(rooms.FOLLOWING, struct.pack(">Q", self.logs[room].last))]
        for number, entry in enumerate(self.entries[room], 1):
            if number >= first:
                told.append(self.event(room, number, entry))
        return told

    @staticmethod
    def event(room, number, entry):
        place = room + struct.pack(">Q", number)
        if entry.kind == rooms.CREATION:
            return rooms.WITHHELD, place + bytes([rooms.NOT_READABLE]) + entry.hash
        return rooms.ENTRIES, place + rooms.opaque(entry.encoded)


def run_program(binary, home, *arguments, piped="", expects=0):
    """What it says on standard output."""
    with Program(binary, *arguments, "--json", "--no-input", "--home", home) as running:
        status = running.exit_status(piped)
        assert status == expects, f"exit {status}; standard error: {running.said()}"
        return running.rest()


def in_new_home(check):
    """Runs the check with a client's home of its own."""

    def checked(binary):
        with tempfile.TemporaryDirectory() as home:
            check(binary, home)

    return checked


def keeper(count=1):
    """A relay that keeps things, for so many lines, one after another."""
    key = noise.KeyPair()
    kept = Kept(key.public)
    return Relay(*[kept.serve] * count, key=key), kept


@in_new_home
def is_told_who_dials(binary, home):
    run_program(binary, home, "name", "Zoë")
    hello = hello_of(binary, home)
    assert hello.name == "Zoë".encode() and hello.serial >= 1, (hello.name, hello.serial)


def hello_of(binary, home):
    """What a relay is told by a client that lists its rooms."""
    told = []

    def serve(relay, frames):
        line, hello = relay.line(frames)
        told.append(hello)
        line.send(wire.ACCEPTED)
        kept.serve(relay, frames, line)

    key = noise.KeyPair()
    kept = Kept(key.public)
    relay = Relay(serve, key=key)
    run_program(binary, home, "rooms", "--relay", relay.invite())
    relay.finish()
    return told[0]


@in_new_home
def starts_in_order(binary, home):
    relay, kept = keeper(2)
    run_program(binary, home, "rooms", "--relay", relay.invite())
    assert kept.asked[0] == (rooms.START, struct.pack(">H", rooms.VERSION)), "the first request isn't start"
    counted = [struct.unpack(">H", body)[0] for kind, body in kept.asked if kind == rooms.COUNT]
    assert counted and set(counted) == kept.packages.keys(), "suites are counted without being published"
    assert set(kept.packages.values()) == {(20, 1)}, kept.packages
    kept.asked.clear()
    run_program(binary, home, "rooms")
    relay.finish()
    assert rooms.PUBLISH not in [kind for kind, _ in kept.asked], "it publishes where enough is there"


@in_new_home
def keeps_a_room(binary, home):
    relay, kept = keeper(3)
    room, log = make_room(binary, home, relay, kept)
    run_program(binary, home, "send", "#Tea", "-", piped="first: äöü")
    (created, said) = kept.entries[room]
    assert (created.kind, created.flags, created.parent) == (rooms.CREATION, 0, 0)
    assert (said.kind, said.flags, said.parent) == (rooms.MESSAGE, 0, 1)
    (listed,) = run_program(binary, home, "rooms")
    relay.finish()
    assert listed["last"] == log.last == 2, listed
    assert listed["head"] == in_text(log.heads[-1]), "the client's head isn't this relay's"


def make_room(binary, home, relay, kept):
    (made,) = run_program(binary, home, "create", "Tea", "--relay", relay.invite())
    ((room, log),) = kept.logs.items()
    assert made["room"] == in_text(room), made
    return room, log


def in_text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@in_new_home
def nothing_readable(binary, home):
    relay, kept = keeper(2)
    run_program(binary, home, "create", "A room for tea", "--relay", relay.invite())
    run_program(binary, home, "send", "#A room for tea", "a word that nobody else reads")
    relay.finish()
    given = b"".join(body for _, body in kept.asked)
    assert [kind for kind, _ in kept.asked].count(rooms.APPEND) == 2
    for secret in b"A room for tea", b"a word that nobody else reads":
        assert secret not in given, secret


@in_new_home
def comes_again(binary, home):
    """The line is lost once the entry is kept, before anybody says so."""

    def answer(line, kind, reader):
        answers = kept.answer(line, kind, reader)
        if kind == rooms.APPEND:
            raise Lost()
        return answers

    key = noise.KeyPair()
    kept = Kept(key.public)
    relay = Relay(kept.serve, losing(kept, answer), kept.serve, key=key)
    room, _ = make_room(binary, home, relay, kept)
    kept.asked.clear()
    (stored,) = run_program(binary, home, "send", "#Tea", "said once")
    relay.finish()
    assert stored["event"] == "stored"
    appends = [body for kind, body in kept.asked if kind == rooms.APPEND]
    assert len(appends) == 2 and appends[0] == appends[1], "what came again isn't the same"
    assert len(kept.entries[room]) == 2


class Lost(Exception):
    pass


@in_new_home
def bad_records(binary, home):
    """Each comes instead of an answer, and the request again on the next line."""
    spoiled = [
        ends_inside,
        lambda line, good: flipped(framed(line.sending.seal(good))),
        lambda line, good: framed(b""),
        lambda line, good: framed(line.sending.seal(b"")),
        lambda line, good: framed(line.sending.seal(struct.pack(">IB", 2**32 - 1, rooms.APPENDED))),
        lambda line, good: framed(line.sending.seal(struct.pack(">IB", 0, 6))),
    ]
    key = noise.KeyPair()
    kept = Kept(key.public)
    relay = Relay(kept.serve, *[serve for spoil in spoiled for serve in (spoiling(kept, spoil), kept.serve)], key=key)
    room, _ = make_room(binary, home, relay, kept)
    for count in range(len(spoiled)):
        run_program(binary, home, "send", "#Tea", f"message {count}")
        assert len(kept.entries[room]) == 2 + count
        assert [kind for kind, _ in kept.asked].count(rooms.APPEND) == 3 + 2 * count, "it wasn't asked again"
    relay.finish()


def spoiling(kept, make_bytes):
    """Serves up to an append, which gets those bytes, and a FIN."""

    def answer(line, kind, reader):
        answers = kept.answer(line, kind, reader)
        if kind == rooms.APPEND:
            good = struct.pack(">IB", 44, rooms.APPENDED) + bytes(44)
            if spoiled := make_bytes(line, good):
                line.frames.socket.sendall(spoiled)
            line.frames.rest()
            raise Lost()
        return answers

    return losing(kept, answer)


def losing(kept, answer):
    def serve(relay, frames):
        with contextlib.suppress(Lost):
            kept.serve(relay, frames, answer=answer)

    return serve


def ends_inside(line, good):
    line.frames.socket.sendall(framed(line.sending.seal(good))[:-1])
    line.frames.socket.shutdown(socket.SHUT_WR)
    return b""


def framed(record):
    return struct.pack(">H", len(record)) + record


def flipped(record):
    return record[:9] + bytes([record[9] ^ 1]) + record[10:]


@in_new_home
def skips_unknown(binary, home):
    def answer(line, kind, reader):
        line.send(wire.PING, b"between")
        if kind == rooms.COUNT:
            return [(rooms.REFUSED, struct.pack(">HQ", 999, 7))]
        return [(120, b"an answer"), (200, b"an event"), *kept.answer(line, kind, reader)]

    key = noise.KeyPair()
    kept = Kept(key.public)
    relay = Relay(*[lambda relay, frames: kept.serve(relay, frames, answer=answer)] * 2, key=key)
    room, _ = make_room(binary, home, relay, kept)
    run_program(binary, home, "send", "#Tea", "all the same")
    relay.finish()
    assert len(kept.entries[room]) == 2
    assert kept.pongs and set(kept.pongs) == {b"between"}, kept.pongs


@in_new_home
def another_head(binary, home):
    """The relay's head is a claim."""

    def answer(line, kind, reader):
        answers = kept.answer(line, kind, reader)
        return [(kind, body[:8] + bytes(32) if kind == rooms.OPENED else body) for kind, body in answers]

    key = noise.KeyPair()
    kept = Kept(key.public)
    relay = Relay(kept.serve, lambda relay, frames: kept.serve(relay, frames, answer=answer), key=key)
    _, log = make_room(binary, home, relay, kept)
    (listed,) = run_program(binary, home, "rooms")
    relay.finish()
    assert (rooms.OPEN in [kind for kind, _ in kept.asked]) and listed["head"] == in_text(log.heads[1]), listed


@in_new_home
def no_pin(binary, home):
    def serve(relay, frames):
        relay.answer(frames, knows_relay=False)
        assert frames.rest() == b"", "something came after message 2"

    relay = Relay(serve)
    (shown,) = run_program(binary, home, "verify", relay.address)
    relay.finish()
    assert shown["fingerprint"] == wire.fingerprint("relay", relay.key.public)


@in_new_home
def nobody_to_ask(binary, home):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        run_program(binary, home, "rooms", "--relay", "127.0.0.1:%d" % listener.getsockname()[1], expects=3)
        listener.settimeout(0)
        try:
            listener.accept()
        except BlockingIOError:
            return
        raise AssertionError("it was dialled all the same")


def shows_another_key(pinned):
    """Looks at mac1, and answers with its own key all the same."""

    def serve(relay, frames):
        handshake = noise.XX(False, relay.key, wire.PROLOGUE)
        assert handshake.read(frames.receive()) == wire.mac1(pinned, handshake.re)
        frames.send(handshake.write())
        assert frames.rest() == b"", "something came after message 2"

    return serve


@in_new_home
def another_key(binary, home):
    pinned = noise.KeyPair().public
    for command in ["rooms"], ["create", "Tea"]:
        relay = Relay(shows_another_key(pinned))
        run_program(binary, home, *command, "--relay", relay.invite(pinned), expects=3)
        relay.finish()


@in_new_home
def changed_key(binary, home):
    before, kept = keeper()
    make_room(binary, home, before, kept)
    before.finish()
    for command in ["rooms"], ["send", "#Tea", "to whom?"]:
        relay = Relay(shows_another_key(before.key.public), port=before.port)
        run_program(binary, home, *command, expects=3)
        relay.finish()


def refusals(binary):
    for status, kind, body in [
        (5, wire.REFUSAL, b"\1"),
        (5, wire.REFUSAL, b"\2"),
        (5, wire.REFUSAL, b"\3"),
        (4, wire.REFUSAL, b"\4"),
        (5, rooms.REFUSED, struct.pack(">IHQ", 1, rooms.OTHER_VERSION, 2)),
    ]:
        with tempfile.TemporaryDirectory() as home:
            relay = Relay(refusing(kind, body))
            run_program(binary, home, "create", "Tea", "--relay", relay.invite(), expects=status)
            relay.finish()


def refusing(kind, body):
    def serve(relay, frames):
        line, _ = relay.line(frames)
        if kind != wire.REFUSAL:
            line.send(wire.ACCEPTED)
            line.expect(rooms.START)
        line.send(kind, body)
        frames.socket.shutdown(socket.SHUT_WR)
        frames.rest()

    return serve
