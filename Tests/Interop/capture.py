"""A recorded session of the program's own two ends: what somebody on the network sees."""

import base64
import os
import socket
import tempfile
import threading

import wire
from programs import TIMEOUT_SECONDS, Program, Host

NAME = "Ada Lovelace of the capture"
FROM_CLIENT = ["The client says this first.", "Und dann dieses: äöü.", "x" * 3_000]
FROM_HOST = ["The host says this.", "And nobody on the network reads it."]


def run(checks, binary):
    recording = {}

    def record():
        recording["session"] = Session(binary)

    checks.run("two ends talk through a recording proxy", record)
    if "session" not in recording:
        return
    session = recording["session"]
    checks.run("no name, message or key appears in the recording", nothing_readable, session)
    checks.run("every byte is length, ephemeral key, mac1 or ciphertext", only_the_structure, session)


class Proxy:
    """Passes one connection on to the relay, and keeps what went by in each direction."""

    def __init__(self, host, port):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(TIMEOUT_SECONDS)
        self.port = self.listener.getsockname()[1]
        self.to_relay, self.to_client = bytearray(), bytearray()
        self.threads = []
        threading.Thread(target=self._accept, args=(host, port), daemon=True).start()

    def finish(self):
        for thread in self.threads:
            thread.join(TIMEOUT_SECONDS)
            assert not thread.is_alive(), "the recorded connection is still open"

    def _accept(self, host, port):
        near, _ = self.listener.accept()
        far = socket.create_connection((host, port), timeout=TIMEOUT_SECONDS)
        for source, sink, kept in (near, far, self.to_relay), (far, near, self.to_client):
            self.threads.append(threading.Thread(target=self._pass_on, args=(source, sink, kept), daemon=True))
        for thread in self.threads:
            thread.start()

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
            with Host(binary, relay_home) as ann:
                host, port, self.relay_key = wire.parse_invite(ann.invite)
                proxy = Proxy(host, port)
                invite = wire.make_invite("127.0.0.1", proxy.port, self.relay_key)
                link = invite + "#" + ann.link.split("#")[1]
                arguments = ["client", link, "--json", "--no-input", "--name", NAME, "--home", client_home]
                with Program(binary, *arguments) as client:
                    self._talk(ann, client)
                    assert client.exit_status() == 0
                proxy.finish()
        self.to_relay, self.to_client = bytes(proxy.to_relay), bytes(proxy.to_client)

    @staticmethod
    def _talk(ann, client):
        client.event_with('"room"')
        for text in FROM_CLIENT:
            client.type(text)
            ann.event_with(text)
        for text in FROM_HOST:
            ann.type(text)
            client.event_with(text)


def nothing_readable(session):
    recorded = session.to_relay + session.to_client
    secrets = [NAME.encode(), session.relay_key, *(text.encode() for text in FROM_CLIENT + FROM_HOST)]
    for secret in secrets:
        for form in secret, secret.hex().encode(), base64.b64encode(secret).rstrip(b"="):
            assert form not in recorded, f"{secret[:40]!r} appears"


def only_the_structure(session):
    to_relay, to_client = messages(session.to_relay), messages(session.to_client)
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
