"""A relay written from docs/protocol.md against the program's client, as `sotto create` runs it."""

import base64
import contextlib
import socket
import struct
import tempfile
import threading
import time

import asking
import noise
import wire
from programs import TIMEOUT_SECONDS, Program
from room import Log, entry_hash


def run(checks, binary):
    for fact, check in [
        ("a relay of another make is told who dials, and that is well signed", is_told_who_dials),
        ("it is asked to start, and gets a room's creation, well laid out", gets_a_creation),
        ("an unknown relay's fingerprint is shown, and it learns nobody's name", no_pin),
        ("an unknown relay isn't dialled where nobody can be asked: exit 3", nobody_to_ask),
        ("another key than the pinned one: exit 3, no message 3", another_key),
        ("a refusal: exit 5", refusal),
    ]:
        checks.run(fact, check, binary)


class Relay:
    """Listens on a free loopback port and runs `serve(frames)` for each connection, one after another."""

    def __init__(self, serve):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(TIMEOUT_SECONDS)
        self.key, self.serve = noise.KeyPair(), serve
        self.failure = None
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return "127.0.0.1:%d" % self.listener.getsockname()[1]

    def invite(self, key=None):
        return wire.make_invite(*self.address.split(":"), key or self.key.public)

    def finish(self):
        self.thread.join(TIMEOUT_SECONDS)
        assert not self.thread.is_alive(), "the relay still waits"
        if self.failure:
            raise self.failure

    def _accept(self):
        try:
            connection, _ = self.listener.accept()
            with self.listener, connection:
                self.serve(self, wire.Frames(connection))
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


@contextlib.contextmanager
def program(binary, command, *arguments):
    """A command in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        with Program(binary, command, *arguments, "--json", "--no-input", "--home", home) as running:
            yield running


def client(binary, address):
    return program(binary, "create", "Tea", "--relay", address)


def is_told_who_dials(binary):
    def serve(relay, frames):
        line, hello = relay.line(frames)
        assert hello.serial >= 1 and hello.name
        line.send(wire.ACCEPTED)
        kind, body = line.receive()
        assert kind == asking.START and body[4:] == b"\0\1", (kind, body)
        line.send(wire.REFUSAL, b"\1")
        frames.socket.shutdown(socket.SHUT_WR)
        frames.rest()

    relay = Relay(serve)
    with client(binary, relay.invite()) as dialling:
        status = dialling.exit_status()
    relay.finish()
    assert status == 5, status


def gets_a_creation(binary):
    """As much of a relay as one new room takes."""
    created = {}

    def serve(relay, frames):
        line, _ = relay.line(frames)
        line.send(wire.ACCEPTED)
        log = None
        while (message := line.receive()) is not None and message[0] != wire.END:
            (kind, body), number = message, message[1][:4]
            if kind == asking.START:
                line.send(asking.STARTED, number + struct.pack(">HQ", 1, int(time.time())))
            elif kind == asking.FOLLOW_INBOX:
                line.send(asking.FOLLOWING, number + bytes(8))
            elif kind == asking.COUNT:
                line.send(asking.COUNTED, number + b"\0\0\0")
            elif kind == asking.APPEND:
                created["room"], created["entry"] = body[4:36], body[36:-1]
                log = Log(relay.key.public, created["room"])
                log.follow(entry_hash(created["entry"]))
                line.send(asking.APPENDED, number + struct.pack(">Q", 1) + log.head)
            elif kind == asking.OPEN_ROOM:
                created["opening"], created["hash"] = body[4:], line.handshake_hash
                line.send(asking.OPENED, number + struct.pack(">Q", 1) + log.head)
            elif kind == asking.FOLLOW:
                line.send(asking.FOLLOWING, number + struct.pack(">Q", 1))
            elif kind == wire.PING:
                line.send(wire.PONG, body)
            else:
                line.send(asking.DONE, number)
        line.send(wire.END)
        frames.rest()

    relay = Relay(serve)
    with client(binary, relay.invite()) as dialling:
        event = dialling.next_event()
        status = dialling.exit_status()
    relay.finish()
    assert status == 0, status
    assert event["event"] == "created" and event["name"] == "Tea", event
    room, entry = created["room"], created["entry"]
    assert event["room"] == base64.urlsafe_b64encode(room).decode().rstrip("=")
    assert entry[:12] == struct.pack(">HBBQ", 1, 1, 0, 0) and b"Tea" not in entry, entry
    access, signature = entry[12:44], created["opening"][40:]
    body = created["hash"] + room + struct.pack(">Q", 1)
    wire.check_signed(b"sotto room opening 1", body + signature, access)


def no_pin(binary):
    def serve(relay, frames):
        relay.answer(frames, knows_relay=False)
        assert frames.rest() == b"", "something came after message 2"

    relay = Relay(serve)
    with program(binary, "verify", relay.address) as probe:
        assert probe.next_event()["fingerprint"] == wire.fingerprint("relay", relay.key.public)
        status = probe.exit_status()
    relay.finish()
    assert status == 0, status


def nobody_to_ask(binary):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        with client(binary, "127.0.0.1:%d" % listener.getsockname()[1]) as asking:
            assert asking.exit_status() == 3
        listener.settimeout(0)
        try:
            listener.accept()
        except BlockingIOError:
            return
        raise AssertionError("it was dialled all the same")


def another_key(binary):
    pinned = noise.KeyPair().public

    def serve(relay, frames):
        handshake = noise.XX(False, relay.key, wire.PROLOGUE)
        assert handshake.read(frames.receive()) == wire.mac1(pinned, handshake.re)
        frames.send(handshake.write())
        assert frames.rest() == b"", "something came after message 2"

    relay = Relay(serve)
    with client(binary, relay.invite(pinned)) as dialling:
        status = dialling.exit_status()
    relay.finish()
    assert status == 3, status


def refusal(binary):
    def serve(relay, frames):
        line, _ = relay.line(frames)
        line.send(wire.REFUSAL, b"\1")
        frames.socket.shutdown(socket.SHUT_WR)
        frames.rest()

    relay = Relay(serve)
    with client(binary, relay.invite()) as dialling:
        status = dialling.exit_status()
    relay.finish()
    assert status == 5, status
