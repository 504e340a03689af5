"""Sotto's line as docs/protocol.md describes it, both ends: hello, mac1, records, messages."""

import base64
import hashlib
import os
import socket
import struct

from nacl import bindings as sodium

import noise

PROLOGUE = b"sotto/1"
VERSION = 1
REKEY_INTERVAL = 65_536
RECORD_PLAINTEXT_MAX = 65_519
TIMEOUT_SECONDS = 15
#: Well below the deadline of a handshake: what is wrong is closed at once.
CLOSING_SECONDS = 5

PING, PONG, END, REFUSAL, ACCEPTED = 1, 2, 3, 4, 5


def blake2b(data, size=32, key=b""):
    return hashlib.blake2b(data, digest_size=size, key=key).digest()


def mac1(relay_key, ephemeral_key):
    return blake2b(ephemeral_key, 16, key=blake2b(b"sotto mac1 1\0" + relay_key))


def fingerprint(role, key):
    digits = blake2b(b"sotto %s fingerprint 1\0" % role.encode() + key).hex()
    return " ".join(digits[i : i + 4] for i in range(0, 64, 4))


def parse_invite(text):
    """sotto://HOST:PORT/KEY, the key in base64url without padding."""
    address, key = text.removeprefix("sotto://").split("/")
    host, port = address.rsplit(":", 1)
    return host, int(port), base64.urlsafe_b64decode(key + "=")


def make_invite(host, port, relay_key):
    return f"sotto://{host}:{port}/{base64.urlsafe_b64encode(relay_key).decode().rstrip('=')}"


class SigningKey:
    def __init__(self, seed=None):
        self.public, self.secret = sodium.crypto_sign_seed_keypair(seed or os.urandom(32))

    def signed(self, domain, body):
        """The body with the signature over domain, zero byte and body behind it."""
        return body + self.signature(domain, body)

    def signature(self, domain, body):
        return sodium.crypto_sign(domain + b"\0" + body, self.secret)[: sodium.crypto_sign_BYTES]


def check_signed(domain, signed, public):
    body, signature = signed[:-64], signed[-64:]
    sodium.crypto_sign_open(signature + domain + b"\0" + body, public)


class Person:
    """Somebody with one device: what a client's home holds."""

    def __init__(self, name="Ada"):
        self.name = name.encode()
        self.identity, self.device, self.line = SigningKey(), SigningKey(), noise.KeyPair()

    def credential(self, serial=1, version=VERSION):
        body = struct.pack(">H32s32sQB", version, self.identity.public, self.device.public, serial, len(self.name))
        return self.identity.signed(b"sotto credential 1", body + self.name)

    def certificate(self, serial=1, line_key=None):
        body = struct.pack(
            ">H32s32s32sQ", VERSION, line_key or self.line.public, self.device.public, self.identity.public, serial
        )
        return self.device.signed(b"sotto line certificate 1", body)

    def hello(self, credential=None, certificate=None):
        parts = credential or self.credential(), certificate or self.certificate()
        return b"".join(struct.pack(">H", len(part)) + part for part in parts)


class Hello:
    """Somebody's hello, read and verified."""

    def __init__(self, encoded, line_key):
        self.encoded = encoded
        credential, rest = self._opaque(encoded)
        certificate, rest = self._opaque(rest)
        assert rest == b"", "bytes behind the hello"
        version, self.identity, self.device, self.serial, count = struct.unpack_from(">H32s32sQB", credential)
        self.name = credential[75 : 75 + count]
        assert version == VERSION and len(credential) == 75 + count + 64
        fields = struct.unpack(">H32s32s32sQ64s", certificate)
        assert fields[:4] == (VERSION, line_key, self.device, self.identity), "the certificate is another's"
        check_signed(b"sotto credential 1", credential, self.identity)
        check_signed(b"sotto line certificate 1", certificate, self.device)

    @staticmethod
    def _opaque(data):
        (count,) = struct.unpack_from(">H", data)
        assert len(data) >= 2 + count
        return data[2 : 2 + count], data[2 + count :]


class Frames:
    """Two bytes of length, big-endian, before each handshake message and record."""

    def __init__(self, connection):
        self.socket = connection
        self.socket.settimeout(TIMEOUT_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = bytearray()

    def send(self, message):
        self.socket.sendall(struct.pack(">H", len(message)) + message)

    def receive(self):
        """None at the other end's FIN."""
        header = self._exactly(2)
        return header and self._exactly(int.from_bytes(header, "big"))

    def rest(self):
        """Whatever still comes until the connection closes, in either way, which must be soon."""
        self.socket.settimeout(CLOSING_SECONDS)
        try:
            while data := self.socket.recv(65_536):
                self.received += data
        except ConnectionResetError:
            pass
        return bytes(self.received)

    def close(self):
        self.socket.close()

    def _exactly(self, count):
        while len(self.received) < count:
            data = self.socket.recv(262_144)
            if not data:
                assert not self.received, "the connection closed inside a message"
                return None
            self.received += data
        taken = bytes(self.received[:count])
        del self.received[:count]
        return taken


class RecordCipher:
    """One direction: the key is renewed before each record whose number is a positive multiple of 65,536."""

    def __init__(self, state):
        self.state = state

    def seal(self, plaintext):
        self._renew()
        return self.state.seal(b"", plaintext)

    def open(self, record):
        self._renew()
        return self.state.open(b"", record)

    def _renew(self):
        if self.state.n > 0 and self.state.n % REKEY_INTERVAL == 0:
            self.state.rekey()


class Line:
    """A line after its handshake."""

    def __init__(self, frames, handshake):
        self.frames = frames
        self.handshake_hash = handshake.handshake_hash
        sending, receiving = handshake.split()
        self.sending, self.receiving = RecordCipher(sending), RecordCipher(receiving)
        self.stream = bytearray()

    def send(self, kind, body=b""):
        self.send_stream(struct.pack(">IB", len(body), kind) + body)

    def send_stream(self, data):
        for start in range(0, len(data), RECORD_PLAINTEXT_MAX):
            self.frames.send(self.sending.seal(data[start : start + RECORD_PLAINTEXT_MAX]))

    def receive(self):
        """(kind, body) of the next message; None at the other end's FIN."""
        while (message := self._whole_message()) is None:
            record = self.frames.receive()
            if record is None:
                assert not self.stream, "FIN inside a message"
                return None
            self.stream += self.receiving.open(record)
        return message

    def expect(self, kind):
        message = self.receive()
        assert message is not None, f"FIN instead of a message of kind {kind}"
        assert message[0] == kind, f"a message of kind {message[0]} instead of {kind}"
        return message[1]

    def end(self):
        """Says `end`, answers what must be answered, and waits for the other's `end` and FIN."""
        self.send(END)
        self.expect(END)
        assert self.receive() is None, "something came behind the end"
        self.frames.close()

    def _whole_message(self):
        if len(self.stream) < 5:
            return None
        length, kind = struct.unpack_from(">IB", self.stream)
        if len(self.stream) < 5 + length:
            return None
        body = bytes(self.stream[5 : 5 + length])
        del self.stream[: 5 + length]
        return kind, body


def connect(host, port):
    return Frames(socket.create_connection((host, port), timeout=TIMEOUT_SECONDS))


def dial(invite, person, hello=None):
    """A client's whole handshake with the relay of an invite line, up to its acceptance."""
    line = shake_hands(invite, person, hello)
    assert line.expect(ACCEPTED) == b""
    return line


def shake_hands(invite, person, hello=None):
    """The three messages; what the relay makes of the hello comes then."""
    host, port, relay_key = parse_invite(invite)
    frames = connect(host, port)
    handshake = noise.XX(True, person.line, PROLOGUE)
    frames.send(handshake.write(mac1(relay_key, handshake.e.public)))
    message2 = frames.receive()
    assert message2 is not None, "the relay closed instead of sending message 2"
    assert handshake.read(message2) == b"", "message 2 carries a payload"
    assert handshake.rs == relay_key, "the relay's key isn't the invite's"
    frames.send(handshake.write(hello or person.hello()))
    return Line(frames, handshake)
