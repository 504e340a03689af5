"""A relay written from docs/protocol.md against `sotto client`."""

import contextlib
import socket
import struct
import tempfile
import threading

import noise
import wire
from programs import TIMEOUT_SECONDS, Program


def run(checks, binary):
    for fact, check in [
        ("a relay of another make is told who dials, and that is well signed", is_told_who_dials),
        ("it hears what was piped in, once it has accepted", hears_piped_input),
        ("an unknown relay's fingerprint is shown, and it learns nobody's name", no_pin),
        ("an unknown relay isn't dialled where nobody can be asked: exit 3", nobody_to_ask),
        ("another key than the pinned one: exit 3, no message 3", another_key),
        ("a refusal: exit 5", refusal),
        ("a relay that keeps rooms: exit 1, and what to run for a talk", keeps_rooms),
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


def client(binary, *arguments):
    return program(binary, "client", *arguments)


def is_told_who_dials(binary):
    def serve(relay, frames):
        line, hello = relay.line(frames)
        assert hello.name == "Zoë".encode(), hello.name
        assert hello.serial >= 1
        line.send(wire.ACCEPTED)
        assert line.expect(wire.KNOCK) == b""
        line.expect(wire.END)
        line.send(wire.END)
        assert frames.rest() == b""

    relay = Relay(serve)
    with client(binary, relay.invite(), "--name", "Zoë") as dialling:
        status = dialling.exit_status()
    relay.finish()
    assert status == 0, status


def hears_piped_input(binary):
    is_acknowledged = threading.Event()

    def serve(relay, frames):
        line, _ = relay.line(frames)
        line.send(wire.ACCEPTED)
        assert line.expect(wire.KNOCK) == b""
        for text in "first", "second":
            body = line.expect(wire.SAY)
            assert body[16:].decode() == text, body
            line.send(wire.RECEIVED, body[:16])
        line.say(1, 1, "from the relay")
        assert line.expect(wire.RECEIVED) == struct.pack(">QQ", 1, 1)
        is_acknowledged.set()
        line.expect(wire.END)
        line.send(wire.END)
        assert frames.rest() == b""

    relay = Relay(serve)
    with client(binary, relay.invite()) as dialling:
        dialling.type("first")
        dialling.type("second")
        dialling.event_with("from the relay")
        assert is_acknowledged.wait(TIMEOUT_SECONDS), relay.failure
        status = dialling.exit_status()
    relay.finish()
    assert status == 0, status


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


def keeps_rooms(binary):
    def serve(relay, frames):
        line, _ = relay.line(frames)
        line.send(wire.ACCEPTED)
        line.expect(wire.KNOCK)
        line.send(wire.RELAY_REFUSED, struct.pack(">IHQ", 0, 2, 0))
        frames.rest()

    relay = Relay(serve)
    with client(binary, relay.invite()) as dialling:
        status = dialling.process.wait(TIMEOUT_SECONDS)
        assert dialling.will_say("sotto host"), dialling.said()
    relay.finish()
    assert status == 1, status
