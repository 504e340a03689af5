#!/usr/bin/env python3
"""Writes Sources/sotto/Vectors/Embedded/: the vectors that `sotto vectors` carries in itself, and the manifest.

Each value is computed anew by other implementations; one that an RFC prints is written here as printed and compared.
The folder of published vectors gives RFC 8032's message of 1,023 bytes, the check of the Noise engine below, and the
digests of the manifest. Needs cryptography, pynacl and argon2-cffi from PyPI.

usage: Scripts/make-vectors.py Sources/sotto/Vectors/Embedded ../shared/vectors
"""
import hashlib, hmac, json, os, sys
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as xchacha_seal

OUT, PUBLISHED = sys.argv[1], sys.argv[2]
H = bytes.fromhex
def published(path):
    with open(os.path.join(PUBLISHED, path)) as file: return json.load(file)
def run(count, start=0): return bytes((start + i) % 256 for i in range(count))

def write(name, source, *groups):
    file = {"suite": name, "source": source,
            "groups": [{"kind": kind, "cases": cases} for kind, cases in groups]}
    with open(os.path.join(OUT, name + ".json"), "w") as out:
        json.dump(file, out, indent=1); out.write("\n")

# RFC 7748
def x25519(k, u): return X25519PrivateKey.from_private_bytes(k).exchange(X25519PublicKey.from_public_bytes(u))
def x25519_public(k):
    return X25519PrivateKey.from_private_bytes(k).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
def agreement(id, private, public, shared, rounds=1, own=None):
    k, u = H(private), H(public)
    for _ in range(rounds): k, u = x25519(k, u), k
    assert k.hex() == shared, id
    case = {"id": id, "private": private, "public": public, "rounds": rounds, "shared": shared}
    if own:
        assert x25519_public(H(private)).hex() == own, id
        case["ownPublic"] = own
    return case
nine = "09" + "00" * 31
alice = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"
alice_public = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
bob = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"
bob_public = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
both = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
write("rfc7748-x25519", "RFC 7748 §5.2 (single and iterated) and §6.1 (Diffie-Hellman)", ("x25519", [
    agreement("5.2 first", "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
              "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
              "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
    agreement("5.2 second", "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
              "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
              "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"),
    agreement("5.2 after 1", nine, nine, "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"),
    agreement("5.2 after 1000", nine, nine,
              "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51", rounds=1000),
    agreement("6.1 Alice", alice, bob_public, both, own=alice_public),
    agreement("6.1 Bob", bob, alice_public, both, own=bob_public),
]))

# RFC 8032
def signing(id, seed, public, message, signature):
    key = Ed25519PrivateKey.from_private_bytes(H(seed))
    assert key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex() == public, id
    assert key.sign(H(message)).hex() == signature, id
    return {"id": id, "seed": seed, "public": public, "message": message, "signature": signature}
upstream = {t["tcId"]: (g["publicKey"]["pk"], t) for g in published("wycheproof/ed25519_test.json")["testGroups"]
            for t in g["tests"]}
def upstream_signing(id, seed, public, tcId):
    pk, test = upstream[tcId]
    assert pk == public
    return signing(id, seed, public, test["msg"], test["sig"])
write("rfc8032-ed25519", "RFC 8032 §7.1", ("ed25519", [
    upstream_signing("TEST 1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", 80),
    upstream_signing("TEST 2", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", 81),
    upstream_signing("TEST 3", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", 82),
    upstream_signing("TEST 1024", "f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5",
                     "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e", 83),
    signing("TEST SHA(abc)", "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", hashlib.sha512(b"abc").hexdigest(),
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c"
            "138ac17ad9bef1177331a704"),
]))

# RFC 8439 and the XChaCha draft
sunscreen = (b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
             b"sunscreen would be it.").hex()
aad = "50515253c0c1c2c3c4c5c6c7"
def aead(id, algorithm, key, nonce, plaintext, sealed):
    if algorithm == "ChaCha20-Poly1305": made = ChaCha20Poly1305(H(key)).encrypt(H(nonce), H(plaintext), H(aad))
    else: made = xchacha_seal(H(plaintext), H(aad), H(nonce), H(key))
    assert made.hex() == sealed, id
    return {"id": id, "algorithm": algorithm, "key": key, "nonce": nonce, "associatedData": aad,
            "plaintext": plaintext, "sealed": sealed}
write("rfc8439-chacha20-poly1305", "RFC 8439 §2.8.2", ("aead", [
    aead("2.8.2", "ChaCha20-Poly1305", run(32, 0x80).hex(), "070000004041424344454647", sunscreen,
         "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e06"
         "0b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d265"
         "86cec64b6116" "1ae10b594f09e26a7e902ecbd0600691"),
]))
write("draft-xchacha20-poly1305", "draft-irtf-cfrg-xchacha-03 §A.3.1", ("aead", [
    aead("A.3.1", "XChaCha20-Poly1305", run(32, 0x80).hex(), run(24, 0x40).hex(), sunscreen,
         "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54"
         "c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f6"
         "15c68b13b52e" "c0875924c1c7987947deafd8780acf49"),
]))

# FIPS 180-4
def digest(id, name, data, value):
    assert hashlib.new(name, data).hexdigest() == value, id
    return {"id": id, "hash": name, "data": data.hex(), "digest": value}
two_blocks = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
four_words = b"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
write("fips180-sha2", "FIPS 180-4, NIST's example values for SHA-256 and SHA-512", ("hash", [
    digest("SHA-256 abc", "sha256", b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    digest("SHA-256 two blocks", "sha256", two_blocks,
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    digest("SHA-512 abc", "sha512", b"abc",
           "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
           "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"),
    digest("SHA-512 two blocks", "sha512", four_words,
           "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
           "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909"),
]))

# RFC 4231
def mac(id, name, key, data, value):
    tag = hmac.new(key, data, name).hexdigest()
    assert tag.startswith(value), id
    return {"id": id, "hash": name, "key": key.hex(), "data": data.hex(), "tag": value}
rfc4231 = [
    ("1", b"\x0b" * 20, b"Hi There",
     "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
     "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f170"
     "2e696c203a126854"),
    ("2", b"Jefe", b"what do ya want for nothing?",
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
     "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b"
     "636e070a38bce737"),
    ("3", b"\xaa" * 20, b"\xdd" * 50,
     "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
     "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee89426"
     "74278859e13292fb"),
    ("4", run(25, 1), b"\xcd" * 50,
     "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
     "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2d"
     "e2adebeb10a298dd"),
    ("5, truncated", b"\x0c" * 20, b"Test With Truncation",
     "a3b6167473100ee06e0c796c2955552b", "415fad6271580a531d4179bc891d87a6"),
    ("6", b"\xaa" * 131, b"Test Using Larger Than Block-Size Key - Hash Key First",
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
     "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec"
     "8b915a985d786598"),
    ("7", b"\xaa" * 131, b"This is a test using a larger than block-size key and a larger than block-size data. "
     b"The key needs to be hashed before being used by the HMAC algorithm.",
     "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
     "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944b6022cac3c4982b10d5eeb55c3e4de15134676fb6de04460"
     "65c97440fa8c6a58"),
]
write("rfc4231-hmac-sha2", "RFC 4231 §4.2 to §4.8, SHA-256 and SHA-512", ("hmac",
    [mac("case " + id + " SHA-256", "sha256", key, data, short) for id, key, data, short, _ in rfc4231]
    + [mac("case " + id + " SHA-512", "sha512", key, data, long) for id, key, data, _, long in rfc4231]))

# RFC 5869
NAMED = {"sha256": hashes.SHA256(), "sha512": hashes.SHA512(), "blake2b": hashes.BLAKE2b(64)}
def hkdf(id, name, ikm, salt, info, length, okm=None, prk=None):
    made = HKDF(NAMED[name], length, salt, info).derive(ikm).hex()
    width = hashlib.new(name).digest_size
    key = hmac.new(salt or bytes(width), ikm, name).hexdigest()
    assert okm in (None, made) and prk in (None, key), id
    return {"id": id, "hash": name, "inputKeyMaterial": ikm.hex(), "salt": salt.hex(), "info": info.hex(),
            "pseudorandomKey": key, "output": made}
write("rfc5869-hkdf-sha256", "RFC 5869 §A.1 to §A.3", ("hkdf", [
    hkdf("A.1", "sha256", b"\x0b" * 22, run(13), run(10, 0xf0), 42,
         "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
         "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"),
    hkdf("A.2", "sha256", run(80), run(80, 0x60), run(80, 0xb0), 82,
         "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f"
         "09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
         "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244"),
    hkdf("A.3", "sha256", b"\x0b" * 22, b"", b"", 42,
         "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
         "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"),
]))

# RFC 7693
def blake2b(id, data, width, key=b"", value=None):
    made = hashlib.blake2b(data, digest_size=width, key=key).hexdigest()
    assert value in (None, made), id
    return {"id": id, "key": key.hex(), "data": data.hex(), "digest": made}
def sequence(length, seed):
    a, b, out = 0xDEAD4BAD * seed & 0xFFFFFFFF, 1, bytearray()
    for _ in range(length):
        a, b = b, (a + b) & 0xFFFFFFFF
        out.append(b >> 24)
    return bytes(out)
WIDTHS, LENGTHS = [20, 32, 48, 64], [0, 3, 128, 129, 255, 1024]
grand = hashlib.blake2b(digest_size=32)
for width in WIDTHS:
    for length in LENGTHS:
        grand.update(hashlib.blake2b(sequence(length, length), digest_size=width).digest())
        grand.update(hashlib.blake2b(sequence(length, length), digest_size=width, key=sequence(width, width)).digest())
APPENDIX_E = "c23a7800d98123bd10f506c61e29da5603d763b8bbad2e737f5e765a7bccd475"
assert grand.hexdigest() == APPENDIX_E
write("rfc7693-blake2b", "RFC 7693 appendix A, and the self-test of appendix E, half of which is keyed",
      ("blake2b", [blake2b("appendix A", b"abc", 64, value=
          "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
          "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")]),
      ("blake2b self-test", [{"id": "appendix E", "digestByteCounts": WIDTHS, "dataByteCounts": LENGTHS,
                              "digest": APPENDIX_E}]))

# Made by the project
write("sotto-blake2b-keyed", "made by the project with Python's hashlib.blake2b", ("blake2b", [
    blake2b(f"{width} bytes, key of {key}, {length} bytes of data", run(length), width, run(key, 0x20))
    for width, key in [(16, 32), (32, 16), (32, 32), (64, 64)] for length in [0, 1, 128, 129]]))
write("sotto-hmac-blake2b", "made by the project with Python's hmac and hashlib.blake2b", ("hmac", [
    mac(f"key of {key}, {length} bytes of data", "blake2b", run(key, 0x40), run(length),
        hmac.new(run(key, 0x40), run(length), "blake2b").hexdigest())
    for key in [0, 32, 64, 128, 129] for length in [0, 1, 127, 129]]))
write("sotto-hkdf-blake2b", "made by the project with Python's cryptography (HKDF over BLAKE2b-512)", ("hkdf", [
    hkdf(f"{length} bytes" + ("" if salt else ", no salt, no info"), "blake2b", run(22, 0x0b), run(salt), run(info, 0xf0), length)
    for salt, info, length in [(64, 0, 64), (64, 0, 128), (64, 0, 192), (13, 10, 42), (0, 0, 65)]]))
write("sotto-argon2id", "made by the project with argon2-cffi (RFC 9106, version 1.3, one lane): RFC 9106's own vector "
      "needs a secret, associated data and four lanes, which libsodium doesn't take", ("argon2id", [
    {"id": f"{passes} passes, {kib} KiB, {width} bytes", "passphrase": text.hex(), "salt": run(16, salt).hex(),
     "passCount": passes, "memoryByteCount": kib * 1024,
     "output": hash_secret_raw(text, run(16, salt), passes, kib, 1, width, Type.ID, 19).hex()}
    for passes, kib, width, text, salt in [
        (1, 8, 16, b"", 0), (2, 64, 32, b"sotto voce", 1), (3, 1024, 32, "пароль £".encode(), 2),
        (1, 8192, 64, b"correct horse battery staple", 3)]]))

class Cipher:
    def __init__(self, name): self.name, self.key = name, None
    def start(self, key): self.key, self.n = key, 0
    def seal(self, ad, text):
        if self.key is None: return text
        nonce, self.n = self.n.to_bytes(8, "little"), self.n + 1
        if self.name == "XChaChaPoly": return xchacha_seal(text, ad, bytes(16) + nonce, self.key)
        return ChaCha20Poly1305(self.key).encrypt(bytes(4) + nonce, text, ad)
def noise_hkdf(chaining_key, material, count):
    temporary = hmac.new(chaining_key, material, "blake2b").digest()
    out, block = [], b""
    for i in range(count):
        block = hmac.new(temporary, block + bytes([i + 1]), "blake2b").digest()
        out.append(block)
    return out
def noise_xx(cipher, prologue, init_s, init_e, resp_s, resp_e, payloads):
    """Noise rev 34, XX over 25519 and BLAKE2b, both ends at once: one symmetric state serves them both."""
    name = f"Noise_XX_25519_{cipher}_BLAKE2b".encode()
    h = ck = name.ljust(64, b"\0") if len(name) <= 64 else hashlib.blake2b(name).digest()
    state = Cipher(cipher)
    def mix_hash(data):
        nonlocal h
        h = hashlib.blake2b(h + data).digest()
    def mix_key(a, b):
        nonlocal ck
        ck, key = noise_hkdf(ck, x25519(a, x25519_public(b)), 2)
        state.start(key[:32])
    def sealed(data):
        out = state.seal(h, data)
        mix_hash(out)
        return out
    def plain(data):
        mix_hash(data)
        return data
    mix_hash(prologue)
    out = [plain(x25519_public(init_e)) + sealed(payloads[0])]
    second = plain(x25519_public(resp_e)); mix_key(init_e, resp_e)
    second += sealed(x25519_public(resp_s)); mix_key(init_e, resp_s)
    out.append(second + sealed(payloads[1]))
    third = sealed(x25519_public(init_s)); mix_key(init_s, resp_e)
    out.append(third + sealed(payloads[2]))
    ends = []
    for key in noise_hkdf(ck, b"", 2):
        end = Cipher(cipher); end.start(key[:32]); ends.append(end)
    for index, payload in enumerate(payloads[3:], 3): out.append(ends[index % 2].seal(b"", payload))
    return h, out
def from_vector(v):
    fields = [H(v[k]) for k in ("init_prologue", "init_static", "init_ephemeral", "resp_static", "resp_ephemeral")]
    h, out = noise_xx(v["protocol_name"].split("_")[3], *fields, [H(m["payload"]) for m in v["messages"]])
    assert h.hex() == v["handshake_hash"] and [o.hex() for o in out] == [m["ciphertext"] for m in v["messages"]]
checked = [v for f in ("cacophony.txt", "xx-xchachapoly.json") for v in published("noise/" + f)["vectors"]
           if v["protocol_name"] in ("Noise_XX_25519_ChaChaPoly_BLAKE2b", "Noise_XX_25519_XChaChaPoly_BLAKE2b")]
assert len(checked) == 4
for vector in checked: from_vector(vector)
def noise_vector(id, prologue, seed, payloads):
    keys = [hashlib.blake2b(f"sotto vector {seed} {role}".encode(), digest_size=32).digest()
            for role in ("init static", "init ephemeral", "resp static", "resp ephemeral")]
    h, out = noise_xx("XChaChaPoly", prologue, *keys, payloads)
    return {"id": id, "vector": {
        "protocol_name": "Noise_XX_25519_XChaChaPoly_BLAKE2b", "init_prologue": prologue.hex(), "resp_prologue": prologue.hex(),
        "init_static": keys[0].hex(), "init_ephemeral": keys[1].hex(), "resp_static": keys[2].hex(),
        "resp_ephemeral": keys[3].hex(), "handshake_hash": h.hex(),
        "messages": [{"payload": p.hex(), "ciphertext": o.hex()} for p, o in zip(payloads, out)]}}
write("sotto-noise-xx", "made by the project with Python's cryptography, pynacl and hashlib: an engine that reproduces "
      "the XX vectors of cacophony and of xx-xchachapoly.json", ("noise", [
    noise_vector("empty payloads", b"", 1, [b""] * 5),
    noise_vector("prologue of the line", b"sotto/1", 2,
                 [bytes(16), b"", run(200), b"the relay speaks first", b"then the client", run(100), run(1)])]))

# Identity, from docs/protocol.md: a domain and a zero byte before what is signed or hashed
def ed_key(word): return Ed25519PrivateKey.from_private_bytes(hashlib.blake2b(word.encode(), digest_size=32).digest())
def ed_seed(key): return key.private_bytes_raw()
def ed_public(key): return key.public_key().public_bytes_raw()
identity, device = ed_key("sotto vector identity"), ed_key("sotto vector device")
line = x25519_public(hashlib.blake2b(b"sotto vector line", digest_size=32).digest())
VERSION = (1).to_bytes(2, "big")
def signed(key, domain, body): return (body + key.sign(domain + b"\0" + body)).hex()
def credential(name, serial):
    text = name.encode()
    assert 1 <= len(text) <= 64
    body = VERSION + ed_public(identity) + ed_public(device) + serial.to_bytes(8, "big") + bytes([len(text)]) + text
    return {"id": "credential of " + name[:16], "identitySeed": ed_seed(identity).hex(), "device": ed_public(device).hex(),
            "serial": serial, "name": name, "encoded": signed(identity, b"sotto credential 1", body)}
def line_certificate(serial):
    body = VERSION + line + ed_public(device) + ed_public(identity) + serial.to_bytes(8, "big")
    return {"id": f"line certificate {serial}", "deviceSeed": ed_seed(device).hex(), "lineKey": line.hex(),
            "identity": ed_public(identity).hex(), "serial": serial,
            "encoded": signed(device, b"sotto line certificate 1", body)}
def fingerprint(role, key):
    digits = hashlib.blake2b(f"sotto {role} fingerprint 1".encode() + b"\0" + key, digest_size=32).hexdigest()
    return {"id": "fingerprint, " + role, "role": role, "key": key.hex(),
            "fingerprint": " ".join(digits[i:i + 4] for i in range(0, 64, 4))}
def safety_half(key):
    h = hashlib.sha512(b"sotto safety number 1" + key).digest()
    for _ in range(5199): h = hashlib.sha512(h + key).digest()
    return " ".join(f"{int.from_bytes(h[i:i + 5], 'big') % 100000:05}" for i in range(0, 30, 5))
def safety_number(one, other, value=None):
    made = " ".join(sorted([safety_half(one), safety_half(other)]))
    assert value in (None, made)
    return {"id": "safety number", "one": one.hex(), "other": other.hex(), "number": made}
write("sotto-identity", "made by the project with Python's cryptography and hashlib",
      ("credential", [credential("ada", 0), credential("Zo\u00eb \u4e2d\u6587", 2**40 + 1), credential("n" * 64, 2**64 - 1)]),
      ("line certificate", [line_certificate(0), line_certificate(2**64 - 1)]),
      ("fingerprint", [fingerprint(role, run(32)) for role in ("identity", "device", "line", "relay")]),
      ("safety number", [
          safety_number(b"\x11" * 32, b"\x22" * 32,
                        "10992 34888 93529 62377 51531 62101 37508 07854 15366 45172 94277 20850"),
          safety_number(ed_public(identity), ed_public(device))]))

# What is published, byte for byte
later = "ML-KEM isn't built in yet"
def is_ours(place, vector):
    if place == "noise":
        name = vector["protocol_name"]
        return "_25519_" in name and "ChaChaPoly" in name and "BLAKE2s" not in name
    if place == "mls": return vector.get("cipher_suite", 1) in (1, 3)
    if "kem_id" in vector: return (vector["kem_id"], vector["kdf_id"], vector["aead_id"]) == (0x647a, 1, 3)
    return True
entries = []
for folder, _, names in sorted(os.walk(PUBLISHED)):
    for name in sorted(names):
        path = os.path.relpath(os.path.join(folder, name), PUBLISHED)
        with open(os.path.join(folder, name), "rb") as file: content = file.read()
        entry = {"path": path, "byteCount": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        if not name.endswith(".md"):
            decoded = json.loads(content)
            stem = name.removesuffix(".json").removesuffix(".txt").removesuffix("_test")
            place = path.split("/")[0]
            entry["suite"] = stem if place in ("wycheproof", "noise") else place + "-" + stem
            if isinstance(decoded, list): vectors = decoded
            elif "vectors" in decoded: vectors = decoded["vectors"]
            else: vectors = [test for group in decoded["testGroups"] for test in group["tests"]]
            entry["cases"] = len(vectors)
            if name.startswith("mlkem"): entry["skipped"] = later
            else: entry["run"] = sum(1 for vector in vectors if is_ours(place, vector))
        entries.append(entry)
SOURCES = {"wycheproof": "C2SP/wycheproof dac1dd4", "noise": "mcginty/snow 8ac60f5",
           "mls": "mlswg/mls-implementations cfd4502", "hpke": "cisco/mlspp 61e4d76 and dconnolly/draft-connolly-cfrg-xwing-kem"}
with open(os.path.join(OUT, "manifest.json"), "w") as out:
    out.write('{\n "sources": ' + json.dumps(SOURCES) + ',\n "files": [\n')
    out.write(",\n".join("  " + json.dumps(entry) for entry in entries))
    out.write("\n ]\n}\n")
