"""A member made by OpenMLS, through gbp-stack; suite 0x0001.

It sends and reads handshakes as PrivateMessage only. It adds nobody whose key package lasts longer than 84 days and an
hour, and takes no leaf in the second in which it begins. It opens application messages without showing them, sends
none, and forgets proposals. A leaf with an extension of GREASE is refused by 0.8.1, though the leaf says that it
supports it (their issue 2156, mended since).
"""

import hashlib
import hmac
import json
import struct

import gbp_stack
from nacl import bindings as sodium

from mls_member import EXPORTED, KEY_PACKAGE_HEADER, Staged, Taken, refusals

TEXT_STREAM = 2


class OpenMLS:
    make = "OpenMLS"

    def __init__(self, name):
        self.name, self.context, self.leaf = name, None, None
        self.reopen()

    def reopen(self):
        """Another signature key and key package, and in no group but its own: a context has one key package."""
        if self.context:
            self.context.close()
        self.context = gbp_stack.MlsContext.create(self.name)

    def key_package(self):
        return KEY_PACKAGE_HEADER + self.context.export_key_package()

    def create(self, _):
        """Its context begins with a group; the identifier is drawn by itself."""

    def join(self, welcome, tree=None):
        assert tree is None, "its Python interface takes trees inside the Welcome only"
        with refusals(OSError):
            self.context.accept_welcome(welcome)

    def commit(self, add=(), remove=()):
        """One member at a time; the Python interface refuses to remove a leaf beyond the number of members."""
        assert len(add) + len(remove) == 1
        with refusals(OSError):
            if add:
                return Staged(*self.context.invite_full(add[0].removeprefix(KEY_PACKAGE_HEADER)))
            return Staged(self.context.remove_member(remove[0].leaf))

    def merge(self):
        with refusals(OSError):
            self.context.finalize_commit()

    def process(self, message, sender=None):
        with refusals(OSError):
            kind = self.context.process_message(message)
            self.context.finalize_commit()
        return Taken("removed" if kind == "commit" and self._stored("GroupState") == "Inactive" else kind)

    def secrets(self):
        """Its interface gives none for a label of ours; what it stores of the epoch does."""
        epoch = self._stored("EpochSecrets")
        return {
            "exported": export(secret(epoch["exporter_secret"]), *EXPORTED),
            "authenticator": secret(epoch["epoch_authenticator"]),
        }

    @property
    def epoch(self):
        return self.context.epoch

    def hear(self, key):
        """A text sealed with `key`, through its own exporter: label "gbp/text", empty context, 32 bytes."""
        text, sequence = b"sealed with what another make exported", 1
        nonce = struct.pack(">I", sequence) + bytes(8)
        payload = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(text, b"", nonce, key)
        group, epoch = self.context.group_id, self.context.epoch
        frame = gbp_stack.encode_gbp_frame(1, group, epoch, 0, TEXT_STREAM, 1, 0, sequence, payload)
        with gbp_stack.GroupNode.create(1, group) as node:
            node.bootstrap_as_joiner(epoch)
            events = node.on_wire(self.context, frame)
        assert any(event.plaintext == text for event in events), events

    def _stored(self, what):
        """One part of its stored state, of the group it is in now."""
        group = ",".join(str(byte) for byte in self.context.group_id)
        return entries(self.context.export_state())[f'{what}{{"value":{{"vec":[{group}]}}}}']


def entries(state):
    """Stored state: length, count, then names and values with theirs; each name ends with a version of two bytes."""
    found, (_, count), offset = {}, struct.unpack_from("<II", state), 8
    for _ in range(count):
        name, offset = prefixed(state, offset)
        value, offset = prefixed(state, offset)
        found[name[:-2].decode(errors="replace")] = json.loads(value)
    return found


def prefixed(data, offset):
    (length,) = struct.unpack_from("<I", data, offset)
    end = offset + 4 + length
    assert end <= len(data)
    return data[offset + 4 : end], end


def secret(stored):
    return bytes(stored["secret"]["value"]["vec"])


def export(exporter_secret, label, context, length):
    """MLS-Exporter. RFC 9420 §8.5."""
    derived = expand_with_label(exporter_secret, label, b"", hashlib.sha256().digest_size)
    return expand_with_label(derived, b"exported", hashlib.sha256(context).digest(), length)


def expand_with_label(key, label, context, length):
    """RFC 9420 §8, for at most one block of HKDF-SHA256 and fields short enough for one length byte."""
    label = b"MLS 1.0 " + label
    assert length <= hashlib.sha256().digest_size and max(len(label), len(context)) < 64
    info = struct.pack(">HB", length, len(label)) + label + bytes([len(context)]) + context
    return hmac.digest(key, info + b"\1", "sha256")[:length]
