"""The Noise Protocol Framework, revision 34: the XX pattern over X25519, written from the specification alone.

Shares nothing with Sources/Noise. Primitives: libsodium through PyNaCl; BLAKE2b and HMAC of Python's own library.
Section numbers are the specification's. Not for use outside tests: nothing here is wiped or constant in time.
"""

import hashlib
import hmac
import os

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

TAG_BYTES = 16
KEY_BYTES = 32
HASH_BYTES = 64


class DoesNotOpen(Exception):
    """A ciphertext that isn't authentic under the present key, nonce and associated data."""


class KeyPair:
    def __init__(self, secret=None):
        self.secret = secret or os.urandom(KEY_BYTES)
        self.public = sodium.crypto_scalarmult_base(self.secret)

    def dh(self, public):
        """§4.1. Raises on an all-zero result."""
        return sodium.crypto_scalarmult(self.secret, public)


class XChaChaPoly:
    """ChaChaPoly with XChaCha20-Poly1305 in its place: the nonce is 16 zero bytes and n, little-endian."""

    name = "XChaChaPoly"

    @staticmethod
    def nonce(n):
        return bytes(16) + n.to_bytes(8, "little")

    seal = staticmethod(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt)
    open = staticmethod(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt)


class ChaChaPoly:
    """§12.3."""

    name = "ChaChaPoly"

    @staticmethod
    def nonce(n):
        return bytes(4) + n.to_bytes(8, "little")

    seal = staticmethod(sodium.crypto_aead_chacha20poly1305_ietf_encrypt)
    open = staticmethod(sodium.crypto_aead_chacha20poly1305_ietf_decrypt)


class CipherState:
    """§5.1."""

    def __init__(self, cipher, key=None):
        self.cipher, self.key, self.n = cipher, key, 0

    def seal(self, associated_data, plaintext):
        if self.key is None:
            return plaintext
        sealed = self.cipher.seal(plaintext, associated_data, self.cipher.nonce(self.n), self.key)
        self.n += 1
        return sealed

    def open(self, associated_data, sealed):
        """The nonce moves only on a ciphertext that opens."""
        if self.key is None:
            return sealed
        try:
            opened = self.cipher.open(sealed, associated_data, self.cipher.nonce(self.n), self.key)
        except CryptoError as error:
            raise DoesNotOpen() from error
        self.n += 1
        return opened

    def rekey(self):
        """§4.2: the first 32 bytes of 32 zeros sealed with the greatest nonce and no associated data."""
        self.key = self.cipher.seal(bytes(KEY_BYTES), b"", self.cipher.nonce(2**64 - 1), self.key)[:KEY_BYTES]


class SymmetricState:
    """§5.2, with BLAKE2b."""

    def __init__(self, name, cipher):
        self.h = name.ljust(HASH_BYTES, b"\0") if len(name) <= HASH_BYTES else hashlib.blake2b(name).digest()
        self.ck = self.h
        self.state = CipherState(cipher)

    def mix_hash(self, data):
        self.h = hashlib.blake2b(self.h + data).digest()

    def mix_key(self, material):
        self.ck, key = self._two_keys(material)
        self.state = CipherState(self.state.cipher, key[:KEY_BYTES])

    def seal_and_hash(self, plaintext):
        sealed = self.state.seal(self.h, plaintext)
        self.mix_hash(sealed)
        return sealed

    def open_and_hash(self, sealed):
        opened = self.state.open(self.h, sealed)
        self.mix_hash(sealed)
        return opened

    def split(self):
        return [CipherState(self.state.cipher, key[:KEY_BYTES]) for key in self._two_keys(b"")]

    def _two_keys(self, material):
        """HKDF, §4.3."""
        temporary = self._hmac(self.ck, material)
        first = self._hmac(temporary, b"\x01")
        return first, self._hmac(temporary, first + b"\x02")

    @staticmethod
    def _hmac(key, data):
        return hmac.new(key, data, hashlib.blake2b).digest()


class XX:
    """§5.3 and §7.5: one side of a handshake. Call `write` and `read` in turn, then `split`."""

    MESSAGES = [["e"], ["e", "ee", "s", "es"], ["s", "se"]]

    def __init__(self, is_initiator, static, prologue, cipher=XChaChaPoly, ephemeral=None):
        self.is_initiator, self.s, self.e = is_initiator, static, ephemeral or KeyPair()
        self.rs = self.re = None
        self.symmetric = SymmetricState(b"Noise_XX_25519_%s_BLAKE2b" % cipher.name.encode(), cipher)
        self.symmetric.mix_hash(prologue)
        self.turn = 0

    def write(self, payload=b""):
        message = b""
        for token in self._next_tokens():
            if token == "e":
                message += self.e.public
                self.symmetric.mix_hash(self.e.public)
            elif token == "s":
                message += self.symmetric.seal_and_hash(self.s.public)
            else:
                self._mix_dh(token)
        return message + self.symmetric.seal_and_hash(payload)

    def read(self, message):
        for token in self._next_tokens():
            if token == "e":
                self.re, message = message[:KEY_BYTES], message[KEY_BYTES:]
                self.symmetric.mix_hash(self.re)
            elif token == "s":
                byte_count = KEY_BYTES + (TAG_BYTES if self.symmetric.state.key else 0)
                self.rs = self.open_static(message[:byte_count])
                message = message[byte_count:]
            else:
                self._mix_dh(token)
        return self.open_payload(message)

    def split(self):
        """(sending, receiving)."""
        first, second = self.symmetric.split()
        return (first, second) if self.is_initiator else (second, first)

    @property
    def handshake_hash(self):
        return self.symmetric.h

    def open_static(self, sealed):
        return self.symmetric.open_and_hash(sealed)

    def open_payload(self, sealed):
        return self.symmetric.open_and_hash(sealed)

    def _next_tokens(self):
        self.turn += 1
        return self.MESSAGES[self.turn - 1]

    def _mix_dh(self, token):
        """The token names the initiator's key first."""
        mine, theirs = token if self.is_initiator else reversed(token)
        pair = self.e if mine == "e" else self.s
        self.symmetric.mix_key(pair.dh(self.re if theirs == "e" else self.rs))
