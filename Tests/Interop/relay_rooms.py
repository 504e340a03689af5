"""A client written from docs/protocol.md against what `sotto server` keeps: directory, inboxes, rooms."""

import os
import struct
import tempfile
import time

import rooms
import wire
from programs import Relay

SUITE, OTHER_SUITE = 0x0001, 0x0003


def run(checks, binary):
    with tempfile.TemporaryDirectory() as home, Relay(binary, home) as relay:
        for fact, check in [
            ("before a line is started, and when it is started twice: out of turn", out_of_turn),
            ("another version: refused with the relay's own, which may be tried on the same line", other_version),
            ("malformed requests: refused, those without a number under number 0, and the line lives on", malformed),
            ("250 requests at once: each is answered, once", many_at_once),
            ("a claimed name leads to its identity and its very credentials, the newest", names),
            ("a name has one holder, and a released one waits for him", names_are_taken),
            ("what is no name is malformed", bad_names),
            ("each key package is given out once, then the last resort", key_packages),
            ("who claims much gets last resorts alone, and others the others", claims_much),
            ("the first suite that a device has is given out, and an emptied one isn't had", suites),
            ("an item reaches the inbox it is for, once, and is gone when it is acknowledged", inbox),
            ("an inbox that is followed tells of items as they come, tokens or not", inbox_live),
            ("a room's creation is there once; another one for the same id is refused", creates),
            ("only a signature of the epoch's access key over this line's hash opens a room", opens),
            ("what may not be appended, is refused, and changes nothing", append_refusals),
            ("an epoch's own creation is withheld, with its hash; what is built on it is readable", withheld),
            ("the first commit for a parent wins; the next epoch's members read on", commits),
            ("who was removed gets hashes, and the heads that follow from them, but nothing to read", removal),
            ("who has proven an epoch after he began to follow, reads its entries", proves_later),
            ("a commit that disputes is taken beside the first", disputes),
            ("a line that no longer follows hears nothing", unfollows),
            ("a public state: the latest for members, by its hash for whoever knows that", public_states),
            ("a link opens the public state and commits, and no entries, until it ends", links),
            ("a whisper reaches who follows the room, is in it, and isn't its sender", whispers),
            ("an entry of a megabyte arrives whole", large_entry),
        ]:
            checks.run(fact, check, relay)
    checks.run("a stopping relay says so, exits 0, and has everything after it starts again", starts_again, binary)


def lines(relay, count):
    return [rooms.Client(relay.invite) for _ in range(count)]


def end(*clients):
    for client in clients:
        client.end()


def room(relay, members, state=None):
    """A new room with so many lines that have opened it: (its log, the access key, the lines)."""
    clients, access_key = lines(relay, members), wire.SigningKey()
    log = clients[0].make_room(access_key, state)
    for client in clients:
        client.open(log, 1, access_key)
    return log, access_key, clients


def out_of_turn(relay):
    client = rooms.Client(relay.invite, starts=False)
    for kind, body in (rooms.LOOK_UP, b"\1" + rooms.at_name("ann")), (rooms.RELEASE_NAME, b""):
        assert client.refusal(kind, body) == (rooms.OUT_OF_TURN, 0)
    client.start()
    assert abs(client.clock - time.time()) < 300, "the relay's clock isn't this machine's"
    assert client.refusal(rooms.START, struct.pack(">H", 1)) == (rooms.OUT_OF_TURN, 0)
    client.end()


def other_version(relay):
    client = rooms.Client(relay.invite, starts=False)
    for version in 0, 2, 65_535:
        assert client.refusal(rooms.START, struct.pack(">H", version)) == (rooms.OTHER_VERSION, rooms.VERSION)
    client.start()
    client.end()


def malformed(relay):
    (client,) = lines(relay, 1)
    entry = rooms.message(1, b"x").encoded
    for kind, body in [
        (rooms.RELEASE_NAME, b"\0"),
        (rooms.LOOK_UP, b""),
        (rooms.LOOK_UP, b"\3" + bytes(32)),
        (rooms.LOOK_UP, b"\2" + bytes(31)),
        (rooms.LOOK_UP, b"\2" + bytes(33)),
        (rooms.SET_TOKEN, b"\2" + bytes(16)),
        (rooms.CLAIM, bytes(32) + rooms.opaque(b"", 1)),
        (rooms.CLAIM, bytes(32) + rooms.opaque(bytes(18), 1)),
        (rooms.CLAIM, bytes(32) + rooms.opaque(bytes(3), 1)),
        (rooms.PUBLISH, struct.pack(">H", 1) + rooms.opaque(rooms.opaque(b"k", 2) * 21) + b"\0"),
        (rooms.PUBLISH, struct.pack(">H", 1) + rooms.opaque(rooms.opaque(b"", 2)) + b"\0"),
        (rooms.PUBLISH, struct.pack(">H", 1) + rooms.opaque(rooms.opaque(bytes(16_385), 2)) + b"\0"),
        (rooms.WHISPER, bytes(32) + rooms.opaque(b"", 2)),
        (rooms.WHISPER, bytes(32) + rooms.opaque(bytes(4_097), 2)),
        (rooms.DELIVER, bytes(32) + b"\0" + rooms.opaque(b"")),
        (rooms.APPEND, bytes(32) + b"\0\2" + entry[2:] + b"\0"),
        (rooms.APPEND, bytes(32) + entry[:2] + b"\5" + entry[3:] + b"\0"),
        (rooms.APPEND, bytes(32) + rooms.Entry(rooms.MESSAGE, 1, 1, b"", b"x").encoded + b"\0"),
        (rooms.APPEND, bytes(32) + rooms.message(0, b"x").encoded + b"\0"),
        (rooms.APPEND, bytes(32) + rooms.message(1, b"").encoded + b"\0"),
        (rooms.APPEND, bytes(32) + entry + b"\0\0"),
        (rooms.APPEND, bytes(32) + rooms.commit(1, bytes(32), flags=4).encoded + b"\0"),
    ]:
        assert client.refusal(kind, body) == (rooms.MALFORMED, 0), (kind, body[:64].hex())
    for body in b"", b"\0\0\1":
        client.line.send(rooms.LOOK_UP, body)
        assert client.refusal_of(0) == (rooms.MALFORMED, 0)
    client.assert_no_event()
    client.end()


def many_at_once(relay):
    (client,) = lines(relay, 1)
    numbers = range(1_000, 1_250)
    body = struct.pack(">H", SUITE)
    client.line.send_stream(b"".join(struct.pack(">IBI", 6, rooms.COUNT, number) + body for number in numbers))
    answers = [client.line.expect(rooms.COUNTED) for _ in numbers]
    assert sorted(struct.unpack_from(">I", answer)[0] for answer in answers) == list(numbers)
    client.end()


def looked_up(client, target):
    """(identity key, name, credentials)."""
    reader = rooms.Reader(client.ask(rooms.LOOK_UP, target, rooms.FOUND))
    found = reader.take(32), reader.opaque(1).decode(), reader.list(lambda list: list.opaque(2))
    reader.finish()
    return found


def by_name(name):
    return b"\1" + rooms.at_name(name)


def by_key(key):
    return b"\2" + key


def names(relay):
    person = wire.Person("Ann")
    owner, (other,) = rooms.Client(relay.invite, person), lines(relay, 1)
    key, credential = person.identity.public, person.credential()
    assert looked_up(other, by_key(key)) == (key, "", [credential])
    owner.ask(rooms.CLAIM_NAME, rooms.at_name("ann"))
    assert looked_up(other, by_name("ann")) == looked_up(other, by_key(key)) == (key, "ann", [credential])
    owner.end()
    person.name = "Anne".encode()
    newer = person.credential(serial=2)
    rooms.Client(relay.invite, person, hello=person.hello(credential=newer)).end()
    assert looked_up(other, by_name("ann")) == (key, "ann", [newer])
    wire.check_signed(b"sotto credential 1", newer, key)
    assert other.refusal(rooms.LOOK_UP, by_name("nobody")) == (rooms.UNKNOWN, 0)
    assert other.refusal(rooms.LOOK_UP, by_key(bytes(32))) == (rooms.UNKNOWN, 0)
    other.end()


def names_are_taken(relay):
    owner, other = lines(relay, 2)
    claim = rooms.CLAIM_NAME, rooms.at_name("bob.1")
    owner.ask(*claim)
    owner.ask(*claim)
    assert other.refusal(*claim) == (rooms.NAME_TAKEN, 0)
    owner.ask(rooms.CLAIM_NAME, rooms.at_name("bob.2"))
    for name in "bob.1", "bob.3":
        assert other.refusal(rooms.LOOK_UP, by_name(name)) == (rooms.UNKNOWN, 0)
    assert other.refusal(*claim) == (rooms.NAME_TAKEN, 0)
    owner.ask(*claim)
    assert looked_up(other, by_name("bob.1"))[0] == owner.person.identity.public
    owner.ask(rooms.RELEASE_NAME)
    assert other.refusal(rooms.LOOK_UP, by_name("bob.1")) == (rooms.UNKNOWN, 0)
    assert other.refusal(*claim) == (rooms.NAME_TAKEN, 0)
    end(owner, other)


def bad_names(relay):
    (client,) = lines(relay, 1)
    for name in "", "Ann", ".ann", "-ann", "an n", "änn", "a" * 33, "ann\0":
        assert client.refusal(rooms.CLAIM_NAME, rooms.at_name(name)) == (rooms.MALFORMED, 0), name
    client.ask(rooms.CLAIM_NAME, rooms.at_name("0" + "a" * 31))
    client.end()


def publish(client, suite, packages, last_resort=None):
    list = rooms.opaque(b"".join(rooms.opaque(package, 2) for package in packages))
    last = rooms.optional(last_resort and rooms.opaque(last_resort, 2))
    client.ask(rooms.PUBLISH, struct.pack(">H", suite) + list + last)


def counted(client, suite):
    return struct.unpack(">HB", client.ask(rooms.COUNT, struct.pack(">H", suite), rooms.COUNTED))


def claimed(client, owner, *suites):
    """[(device key, suite, is a last resort, key package)]."""
    list = rooms.opaque(b"".join(struct.pack(">H", suite) for suite in suites), 1)
    reader = rooms.Reader(client.ask(rooms.CLAIM, owner.person.identity.public + list, rooms.CLAIMED))
    packages = reader.list(lambda one: (one.take(32), one.number(2), one.number(1), one.opaque(2)))
    reader.finish()
    return packages


def key_packages(relay):
    owner, claimer = lines(relay, 2)
    device = owner.person.device.public
    assert counted(owner, SUITE) == (0, 0)
    publish(owner, SUITE, [b"first", b"second"], b"last" * 4_000)
    assert counted(owner, SUITE) == (2, 1)
    given = [claimed(claimer, owner, SUITE) for _ in range(4)]
    assert sorted(given[:2]) == [[(device, SUITE, 0, b"first")], [(device, SUITE, 0, b"second")]], given[:2]
    assert given[2:] == [[(device, SUITE, 1, b"last" * 4_000)]] * 2
    assert counted(owner, SUITE) == (0, 1)
    publish(owner, SUITE, [b"third"])
    assert counted(owner, SUITE) == (1, 0)
    assert claimed(claimer, owner, SUITE) == [(device, SUITE, 0, b"third")]
    end(owner, claimer)


def claims_much(relay):
    owner, claimer, other = lines(relay, 3)
    publish(owner, SUITE, [b"package %d" % number for number in range(20)], b"last")
    given = [claimed(claimer, owner, SUITE)[0][2] for _ in range(7)]
    assert given == [0, 0, 0, 0, 0, 1, 1], given
    assert claimed(other, owner, SUITE)[0][2] == 0
    assert counted(owner, SUITE) == (14, 1)
    end(owner, claimer, other)


def suites(relay):
    owner, claimer = lines(relay, 2)
    device = owner.person.device.public
    publish(owner, SUITE, [], b"of one suite")
    publish(owner, OTHER_SUITE, [], b"of another")
    assert claimed(claimer, owner, 77, OTHER_SUITE, SUITE) == [(device, OTHER_SUITE, 1, b"of another")]
    publish(owner, OTHER_SUITE, [])
    assert claimed(claimer, owner, 77, OTHER_SUITE, SUITE) == [(device, SUITE, 1, b"of one suite")]
    assert claimed(claimer, owner, 77) == []
    nobody = bytes(32) + rooms.opaque(struct.pack(">H", SUITE), 1)
    assert claimer.refusal(rooms.CLAIM, nobody) == (rooms.UNKNOWN, 0)
    end(owner, claimer)


def deliver(client, device, item, token=None):
    client.ask(rooms.DELIVER, device + rooms.optional(token) + rooms.opaque(item))


def follow_inbox(client, number):
    return struct.unpack(">Q", client.ask(rooms.FOLLOW_INBOX, struct.pack(">Q", number), rooms.FOLLOWING))[0]


def next_item(client):
    reader = rooms.Reader(client.event(rooms.INBOX))
    found = reader.number(), reader.opaque()
    reader.finish()
    return found


def inbox(relay):
    person = wire.Person()
    rooms.Client(relay.invite, person).end()
    (other,) = lines(relay, 1)
    for item in b"first", b"second", b"first", b"\0" * 1_048_576:
        deliver(other, person.device.public, item)
    assert other.refusal(rooms.DELIVER, bytes(32) + b"\0" + rooms.opaque(b"x")) == (rooms.UNKNOWN, 0)
    owner = rooms.Client(relay.invite, person)
    assert follow_inbox(owner, 0) == 3
    assert [next_item(owner) for _ in range(3)] == [(1, b"first"), (2, b"second"), (3, b"\0" * 1_048_576)]
    owner.ask(rooms.ACKNOWLEDGE, struct.pack(">Q", 2))
    owner.end()
    owner = rooms.Client(relay.invite, person)
    assert follow_inbox(owner, 1) == 3
    assert next_item(owner)[0] == 3
    owner.ask(rooms.ACKNOWLEDGE, struct.pack(">Q", 3))
    deliver(other, person.device.public, b"first")
    assert next_item(owner) == (4, b"first"), "a number was used again, or the same bytes still count as there"
    end(owner, other)


def inbox_live(relay):
    owner, other = lines(relay, 2)
    token = os.urandom(16)
    assert follow_inbox(owner, 1) == 0
    owner.ask(rooms.SET_TOKEN, rooms.optional(token))
    for number, shown in enumerate([token, None, bytes(16)], 1):
        deliver(other, owner.person.device.public, b"item %d" % number, shown)
        assert next_item(owner) == (number, b"item %d" % number)
    owner.ask(rooms.SET_TOKEN, rooms.optional(None))
    other.assert_no_event()
    end(owner, other)


def creates(relay):
    client, other = lines(relay, 2)
    access_key = wire.SigningKey()
    log = client.make_room(access_key)
    for line in client, other:
        assert line.append_again(log, rooms.creation(access_key.public)) == log.end
        assert line.append_refusal(log, rooms.creation(wire.SigningKey().public)) == (rooms.ROOM_EXISTS, 0)
    end(client, other)


def opens(relay):
    log, access_key, (client, other) = room(relay, 2)
    fresh, nowhere = rooms.Client(relay.invite), rooms.Log(client.relay_key)
    opening = rooms.room_opening(log.room, 1, access_key, client.line.handshake_hash)
    own_hash = fresh.line.handshake_hash
    for body in [
        opening,
        rooms.room_opening(log.room, 1, wire.SigningKey(), own_hash),
        rooms.room_opening(log.room, 2, access_key, own_hash),
        rooms.room_opening(nowhere.room, 1, access_key, own_hash),
    ]:
        assert fresh.refusal(rooms.OPEN, body) == (rooms.NOT_ALLOWED, 0)
    assert fresh.refusal(rooms.FOLLOW, log.room + bytes(8)) == (rooms.NOT_ALLOWED, 0)
    assert fresh.append_refusal(log, rooms.message(1, b"from outside")) == (rooms.NOT_ALLOWED, 0)
    fresh.open(log, 1, access_key)
    end(client, other, fresh)


def append_refusals(relay):
    log, _, (client,) = room(relay, 1)
    client.append(log, rooms.message(1, b"said"))
    for parent in 2, 3, 2**63:
        refusal = client.append_refusal(log, rooms.message(parent, b"built on nothing"))
        assert refusal == (rooms.UNKNOWN_PARENT, 0), (parent, refusal)
    dispute = rooms.commit(1, wire.SigningKey().public, flags=rooms.DISPUTES)
    assert client.append_refusal(log, dispute) == (rooms.MALFORMED, 0)
    client.append(log, rooms.message(1, b"said after that"))
    client.end()


def withheld(relay):
    log, access_key, (client, other) = room(relay, 2)
    said = [rooms.message(1, b"one"), rooms.Entry(rooms.PROPOSAL, 0, 1, b"", b"two"), rooms.message(1, b"three")]
    for entry in said:
        client.append(log, entry)
    for number in 0, 1:
        assert other.follow(log, number) == 4
        assert other.followed(log, 1, 4) == [log.hashes[0], *said]
    other.follow(log, 4)
    assert other.followed(log, 4, 4) == said[2:]
    other.assert_no_event()
    assert computed(log, [log.hashes[0], *said]) == log.end
    end(client, other)


def computed(log, told):
    """(last number, head) from what followers were told."""
    seen = rooms.Log(None or b"", log.room)
    seen.heads = log.heads[:1]
    for one in told:
        seen.add(one if isinstance(one, bytes) else one.hash)
    return seen.end


def commits(relay):
    log, _, (client, other) = room(relay, 2)
    other.follow(log, 2)
    second = wire.SigningKey()
    before, first = rooms.message(1, b"before"), rooms.commit(1, second.public)
    client.append(log, before)
    client.append(log, first)
    for late in rooms.message(1, b"late"), rooms.Entry(rooms.PROPOSAL, 0, 1, b"", b"late"), rooms.commit(1, bytes(32)):
        assert other.append_refusal(log, late) == (rooms.PARENT_HAS_COMMIT, 3)
    assert client.append_again(log, before) == (2, log.heads[2]), "what is there already isn't late"
    client.append(log, rooms.message(3, b"in the next epoch"))
    other.open(log, 3, second)
    other.append(log, rooms.message(3, b"by the other"))
    told = other.followed(log, 2, 5)
    assert told == [before, first, rooms.message(3, b"in the next epoch"), rooms.message(3, b"by the other")]
    assert computed(log, [log.hashes[0], *told]) == log.end
    end(client, other)


def removal(relay):
    log, access_key, (client, removed) = room(relay, 2)
    removed.follow(log, 2)
    second = wire.SigningKey()
    commit = rooms.commit(1, second.public, flags=rooms.REMOVES)
    client.append(log, commit)
    client.open(log, 2, second)
    behind = rooms.message(2, b"not for him")
    client.append(log, behind)
    told = removed.followed(log, 2, 3)
    assert told == [commit, behind.hash], told
    assert computed(log, [log.hashes[0], *told]) == log.end
    assert removed.append_refusal(log, rooms.message(2, b"from outside")) == (rooms.NOT_ALLOWED, 0)
    later = rooms.Client(relay.invite)
    later.open(log, 1, access_key)
    later.follow(log, 3)
    assert later.followed(log, 3, 3) == [behind.hash]
    newcomer = rooms.Client(relay.invite)
    newcomer.open(log, 2, second)
    for line, shown in (client, commit), (newcomer, commit.hash):
        line.follow(log, 1)
        assert line.followed(log, 1, 3) == [log.hashes[0], shown, behind]
    end(client, removed, later, newcomer)


def proves_later(relay):
    log, _, (client, other) = room(relay, 2)
    second = wire.SigningKey()
    client.append(log, rooms.commit(1, second.public, flags=rooms.REMOVES))
    client.open(log, 2, second)
    other.follow(log, 3)
    client.append(log, rooms.message(2, b"hidden"))
    assert other.followed(log, 3, 3) == [log.hashes[2]]
    other.open(log, 2, second)
    client.append(log, rooms.message(2, b"shown"))
    assert other.followed(log, 4, 4) == [rooms.message(2, b"shown")]
    end(client, other)


def disputes(relay):
    log, _, (client, other) = room(relay, 2)
    client.append(log, rooms.commit(1, wire.SigningKey().public))
    own = wire.SigningKey()
    other.append(log, rooms.commit(1, own.public, b"instead", rooms.DISPUTES))
    again = rooms.commit(1, wire.SigningKey().public, b"once more", rooms.DISPUTES)
    assert other.append_refusal(log, again) == (rooms.OVER_QUOTA, 0)
    other.open(log, 3, own)
    other.append(log, rooms.message(3, b"on the other branch"))
    end(client, other)


def unfollows(relay):
    log, _, (client, other) = room(relay, 2)
    other.follow(log, 2)
    client.append(log, rooms.message(1, b"heard"))
    assert other.followed(log, 2, 2) == [rooms.message(1, b"heard")]
    other.ask(rooms.UNFOLLOW, log.room)
    client.append(log, rooms.message(1, b"not heard"))
    other.assert_no_event()
    other.follow(log, 3)
    assert other.followed(log, 3, 3) == [rooms.message(1, b"not heard")]
    end(client, other)


def fetched(client, log, blob_hash=None):
    """(epoch, blob)."""
    reader = rooms.Reader(client.ask(rooms.FETCH_STATE, log.room + rooms.optional(blob_hash), rooms.FETCHED))
    found = reader.number(), reader.opaque()
    reader.finish()
    return found


def public_states(relay):
    log, _, (client, other) = room(relay, 2, rooms.public_state(b"the first"))
    assert fetched(other, log) == (1, b"the first")
    other.ask(rooms.PUT_STATE, log.room + struct.pack(">Q", 1) + rooms.public_state(b"the second"))
    (stranger,) = lines(relay, 1)
    for blob in b"the first", b"the second":
        assert fetched(stranger, log, wire.blake2b(blob)) == (1, blob)
    assert stranger.refusal(rooms.FETCH_STATE, log.room + b"\0") == (rooms.NOT_ALLOWED, 0)
    for line in stranger, client:
        assert line.refusal(rooms.FETCH_STATE, log.room + rooms.optional(bytes(32))) == (rooms.GONE, 0)
    client.append(log, rooms.commit(1, wire.SigningKey().public), rooms.public_state(b"of the next epoch"))
    assert fetched(client, log) == (2, b"of the next epoch")
    late = log.room + struct.pack(">Q", 1) + rooms.public_state(b"late")
    assert client.refusal(rooms.PUT_STATE, late) == (rooms.PARENT_HAS_COMMIT, 2)
    end(client, other, stranger)


def open_link(client, log, key):
    opening = rooms.link_opening(log.room, key, client.line.handshake_hash)
    return struct.unpack(">Q32s", client.ask(rooms.OPEN_LINK, opening, rooms.OPENED))


def links(relay):
    link, ended, unlisted = (wire.SigningKey() for _ in range(3))
    now = int(time.time())
    state = rooms.public_state(b"for who joins", [(link.public, now + 3_600), (ended.public, now - 3_600)])
    log, _, (client,) = room(relay, 1, state)
    (joiner,) = lines(relay, 1)
    for key in ended, unlisted:
        opening = rooms.link_opening(log.room, key, joiner.line.handshake_hash)
        assert joiner.refusal(rooms.OPEN_LINK, opening) == (rooms.NOT_ALLOWED, 0)
    opening = rooms.link_opening(log.room, link, client.line.handshake_hash)
    assert joiner.refusal(rooms.OPEN_LINK, opening) == (rooms.NOT_ALLOWED, 0), "another line's opening"
    assert open_link(joiner, log, link) == log.end
    assert fetched(joiner, log) == (1, b"for who joins")
    assert joiner.append_refusal(log, rooms.message(1, b"not yet")) == (rooms.NOT_ALLOWED, 0)
    second = wire.SigningKey()
    removing = rooms.commit(1, second.public, flags=rooms.REMOVES)
    assert joiner.append_refusal(log, removing) == (rooms.NOT_ALLOWED, 0)
    client.append(log, rooms.message(1, b"not for the link"))
    joins = rooms.commit(1, second.public, b"I join")
    joiner.append(log, joins, rooms.public_state(b"with me"))
    joiner.open(log, 3, second)
    joiner.append(log, rooms.message(3, b"here I am"))
    joiner.follow(log, 1)
    assert joiner.followed(log, 1, 4) == [*log.hashes[:3], rooms.message(3, b"here I am")]
    end(client, joiner)


def whispers(relay):
    log, _, (client, other, silent) = room(relay, 3)
    (stranger,) = lines(relay, 1)
    for follower in client, other:
        follower.follow(log, 2)
    client.send(rooms.WHISPER, log.room + rooms.opaque(b"psst", 2))
    assert other.event(rooms.WHISPERED) == log.room + rooms.opaque(b"psst", 2)
    refused = stranger.refusal(rooms.WHISPER, log.room + rooms.opaque(b"psst", 2))
    assert refused == (rooms.NOT_ALLOWED, 0), refused
    for deaf in client, silent, stranger:
        deaf.assert_no_event()
    end(client, other, silent, stranger)


def large_entry(relay):
    log, _, (client, other) = room(relay, 2)
    other.follow(log, 2)
    entry = rooms.message(1, os.urandom(1 << 20))
    client.append(log, entry)
    assert other.followed(log, 2, 2) == [entry]
    end(client, other)


def starts_again(binary):
    person = wire.Person()
    with tempfile.TemporaryDirectory() as home:
        with Relay(binary, home) as relay:
            log, access_key, (client,) = room(relay, 1)
            client.append(log, rooms.message(1, b"kept"))
            owner = rooms.Client(relay.invite, person)
            owner.ask(rooms.CLAIM_NAME, rooms.at_name("ann"))
            assert relay.stop() == 0
            for line in client.line, owner.line:
                assert line.expect(wire.REFUSAL) == b"\4", "another refusal"
        with Relay(binary, home) as relay:
            owner = rooms.Client(relay.invite, person)
            assert owner.relay_key == client.relay_key
            assert looked_up(owner, by_name("ann"))[0] == person.identity.public
            owner.open(log, 1, access_key)
            owner.follow(log, 2)
            assert owner.followed(log, 2, 2) == [rooms.message(1, b"kept")]
            owner.append(log, rooms.message(1, b"after that"))
            assert owner.followed(log, 3, 3) == [rooms.message(1, b"after that")], "the line's own entry isn't told"
            owner.end()
