"""The Python engine itself, before it judges anybody: against published vectors, and against itself."""

import json
import os

import noise
import wire


def run(checks):
    folder = os.environ.get("SOTTO_VECTORS") or os.path.join(os.path.dirname(__file__), "../../../shared/vectors")
    path = os.path.join(folder, "noise/xx-xchachapoly.json")
    if os.path.exists(path):
        checks.run("this engine reproduces the vectors of Noise_XX_25519_XChaChaPoly_BLAKE2b", reproduces, path)
    else:
        print("skip  the vectors of Noise_XX_25519_XChaChaPoly_BLAKE2b aren't here", flush=True)
    checks.run("this engine's two ends understand each other, over a renewed key", understands_itself)


def reproduces(path):
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    assert vectors
    for vector in vectors:
        reproduces_one(vector)


def reproduces_one(vector):
    sides = [
        noise.XX(
            side == "init",
            noise.KeyPair(bytes.fromhex(vector[side + "_static"])),
            bytes.fromhex(vector[side + "_prologue"]),
            ephemeral=noise.KeyPair(bytes.fromhex(vector[side + "_ephemeral"])),
        )
        for side in ("init", "resp")
    ]
    messages = [[bytes.fromhex(message[key]) for key in ("payload", "ciphertext")] for message in vector["messages"]]
    for index, (payload, ciphertext) in enumerate(messages[:3]):
        assert sides[index % 2].write(payload) == ciphertext
        assert sides[1 - index % 2].read(ciphertext) == payload
    assert {side.handshake_hash.hex() for side in sides} == {vector["handshake_hash"]}
    ciphers = [side.split() for side in sides]
    for index, (payload, ciphertext) in enumerate(messages[3:], start=3):
        assert ciphers[index % 2][0].seal(b"", payload) == ciphertext
        assert ciphers[1 - index % 2][1].open(b"", ciphertext) == payload


def understands_itself():
    client, relay = (noise.XX(side, noise.KeyPair(), wire.PROLOGUE) for side in (True, False))
    for writer, reader in (client, relay), (relay, client), (client, relay):
        assert reader.read(writer.write(b"payload")) == b"payload"
    sending, receiving = wire.RecordCipher(client.split()[0]), wire.RecordCipher(relay.split()[1])
    first_key = receiving.state.key
    for number in range(wire.REKEY_INTERVAL + 2):
        assert receiving.open(sending.seal(b"x")) == b"x"
    assert receiving.state.key != first_key
