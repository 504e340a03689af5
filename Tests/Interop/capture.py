"""A recorded session of the program's own two ends: what somebody on the network sees."""

import base64
import contextlib
import os
import socket
import tempfile
import threading

import wire
from client import hello_of, run_program
from programs import TIMEOUT_SECONDS, Relay

NAME = "Ada Lovelace of the capture"
ROOM = "The room of the capture"
TEXTS = ["The client says this first.", "Und dann dieses: äöü.", "x" * 3_000]


def run(checks, binary):
    recording = {}

    def record():
        recording["session"] = Session(binary)

    checks.run("a client makes a room, and says and reads something there, through a recording proxy", record)
    if "session" not in recording:
        return
    session = recording["session"]
    checks.run("no name, message, room, key or hello appears in the recording", nothing_readable, session)
    checks.run("every byte is length, ephemeral key, mac1 or ciphertext", only_the_structure, session)


class Proxy:
    """Passes connections on to the relay, and keeps what went by on each, in each direction."""

    def __init__(self, host, port):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.lines, self.threads = [], []
        threading.Thread(target=self._accept, args=(host, port), daemon=True).start()

    def finish(self):
        self.listener.close()
        for thread in self.threads:
            thread.join(TIMEOUT_SECONDS)
            assert not thread.is_alive(), "a recorded connection is still open"

    def _accept(self, host, port):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                self._record(near, socket.create_connection((host, port), timeout=TIMEOUT_SECONDS))

    def _record(self, near, far):
        to_relay, to_client = bytearray(), bytearray()
        self.lines.append((to_relay, to_client))
        for source, sink, kept in (near, far, to_relay), (far, near, to_client):
            thread = threading.Thread(target=self._pass_on, args=(source, sink, kept), daemon=True)
            thread.start()
            self.threads.append(thread)

    @staticmethod
    def _pass_on(source, sink, kept):
        source.settimeout(TIMEOUT_SECONDS)
        try:
            while data := source.recv(65_536):
                kept += data
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class Session:
    def __init__(self, binary):
        with tempfile.TemporaryDirectory() as home:
            relay_home, client_home = os.path.join(home, "a"), os.path.join(home, "b")
            with Relay(binary, relay_home) as relay:
                host, port, self.relay_key = wire.parse_invite(relay.invite)
                proxy = Proxy(host, port)
                invite = wire.make_invite("127.0.0.1", proxy.port, self.relay_key)
                run_program(binary, client_home, "name", NAME)
                run_program(binary, client_home, "create", ROOM, "--relay", invite)
                for text in TEXTS:
                    run_program(binary, client_home, "send", f"#{ROOM}", "-", piped=text)
                said = run_program(binary, client_home, "tail", f"#{ROOM}")
                proxy.finish()
            assert [event["text"] for event in said if event["event"] == "message"] == TEXTS
            self.hello = hello_of(binary, client_home).encoded
        self.lines = [(bytes(to_relay), bytes(to_client)) for to_relay, to_client in proxy.lines]
        assert len(self.lines) == 2 + len(TEXTS)


def nothing_readable(session):
    recorded = b"".join(to_relay + to_client for to_relay, to_client in session.lines)
    assert NAME.encode() in session.hello, "the hello isn't this client's"
    secrets = [session.relay_key, *(text.encode() for text in [NAME, ROOM, *TEXTS])]
    secrets += [session.hello[start : start + 16] for start in range(0, len(session.hello) - 16)]
    for secret in secrets:
        for form in secret, secret.hex().encode(), base64.b64encode(secret).rstrip(b"="):
            assert form not in recorded, f"{secret[:40]!r} appears"


def only_the_structure(session):
    for to_relay, to_client in session.lines:
        only_the_structure_of(session, messages(to_relay), messages(to_client))


def only_the_structure_of(session, to_relay, to_client):
    message1, message3, *client_records = to_relay
    message2, *relay_records = to_client
    assert len(message1) == 32 + 16
    assert message1[32:] == wire.mac1(session.relay_key, message1[:32]), "behind the ephemeral key isn't mac1"
    assert len(message2) == 32 + 48 + 16
    name_bytes = len(NAME.encode())
    hello_bytes = 2 + (75 + name_bytes + 64) + 2 + (106 + 64)
    assert len(message3) == 48 + hello_bytes + 16, len(message3)
    for record in client_records + relay_records:
        assert 17 <= len(record) <= 65_535
    assert client_records and relay_records
    for message in to_relay + to_client:
        assert len(set(message)) > 8, "a message that doesn't look sealed"


def messages(recorded):
    """Everything recorded, cut by its lengths; nothing may be left over."""
    found = []
    while recorded:
        length = int.from_bytes(recorded[:2], "big")
        assert len(recorded) >= 2 + length, "the recording ends inside a message"
        found.append(recorded[2 : 2 + length])
        recorded = recorded[2 + length :]
    return found
