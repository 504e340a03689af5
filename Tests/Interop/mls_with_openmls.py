"""Groups of Sotto and OpenMLS."""

from mls_group import Group, refused
from mls_walk import Walk

WHO = "OpenMLS"
WALK_EPOCHS = 60


def adds_us(party):
    theirs, ours = party.openmls("olga"), party.sotto("sam")
    group = Group(theirs)
    group.add(theirs, ours)
    group.talk()


def is_added(party):
    ours, theirs = party.sotto("sam"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, theirs)
    group.talk()


def follows_our_commits(party):
    ours, theirs = party.sotto("sam"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, theirs)
    for path in True, False:
        group.add(ours, party.sotto(f"sue {path}"), path=path)
        group.add(ours, party.openmls(f"otto {path}"), path=path)
    group.commit(ours)
    group.talk()


def is_followed(party):
    theirs, ours, third = party.openmls("olga"), party.sotto("sam"), party.openmls("otto")
    group = Group(theirs)
    group.add(theirs, ours)
    group.add(theirs, third)
    group.add(third, party.sotto("sue"))
    group.talk()
    group.remove(theirs, third)
    group.talk()


def removes_and_is_removed(party):
    ours, theirs, third, fourth = party.sotto("sam"), party.openmls("olga"), party.openmls("otto"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs, third, fourth)
    group.remove(theirs, fourth)
    refused(fourth, ours.seal(b"not for sue"))
    group.remove(ours, third)
    refused(third, ours.seal(b"not for otto"))
    group.talk()


def opens_each_message_once(party):
    ours, theirs = party.sotto("sam"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, theirs)
    messages = [ours.seal(f"number {number}".encode()) for number in range(5)]
    for number in 2, 0, 1, 4, 3:
        assert theirs.process(messages[number]).kind == "application"
    refused(theirs, messages[3], "SecretReuseError")
    changed = bytearray(ours.seal(b"changed on the way"))
    changed[-1] ^= 1
    refused(theirs, bytes(changed))
    group.say(ours, b"with data beside it", authenticated_data=b"seen by all, changed by none")
    group.say(ours, b"padded", padding=1_000)
    group.say(ours, b"")


def exports_what_we_export(party):
    ours, theirs = party.sotto("sam"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, theirs)
    theirs.hear(ours.export("gbp/text", b"", 32))
    group.commit(ours)
    theirs.hear(ours.export("gbp/text", b"", 32))


def follows_new_extensions(party):
    ours, theirs = party.sotto("sam"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, theirs)
    group.commit(ours, kind="required_capabilities", credentials=[1])
    group.add(theirs, party.openmls("otto"))
    group.add(ours, party.sotto("sue"))
    group.talk()


def accepts_our_proposals(party):
    ours, theirs, third = party.sotto("sam"), party.openmls("olga"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs, third)
    group.propose(ours, ours.propose("update"))
    group.propose(third, third.propose("remove", leaf=theirs.leaf))
    group.propose(ours, ours.propose("add", key_package=party.sotto("sid").key_package()))


def overlooks_grease(party):
    ours, theirs, third = party.sotto("sam"), party.openmls("olga"), party.sotto("sue")
    ours.reopen(grease="capabilities")
    third.reopen(grease="capabilities")
    group = Group(ours)
    group.add(ours, theirs)
    group.add(theirs, third)
    group.commit(third)
    group.talk()


def follows_external_commits(party):
    ours, theirs, third = party.sotto("sam"), party.openmls("olga"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs)
    group.admit(third, third.join_externally(ours))
    group.talk()
    group.commit(ours)
    group.admit(third, third.join_externally(ours, leaf=third.leaf))
    group.remove(theirs, third)
    group.talk()


def walks(party):
    members = [party.sotto(f"sam {number}") for number in range(5)]
    members += [party.openmls(f"olga {number}") for number in range(5)]
    Walk(party, members, framings=["private"], committing=["Sotto", "OpenMLS"]).to(WALK_EPOCHS)


CHECKS = [
    ("it takes our key package of 84 days, begun an hour back, and adds us", adds_us),
    ("we add it, and it opens our messages", is_added),
    ("it follows our commits, with a path and without", follows_our_commits),
    ("we follow its commits", is_followed),
    ("whom we remove and whom it removes is told, and opens nothing more", removes_and_is_removed),
    ("it opens our messages out of order, each once, padded and with authenticated data", opens_each_message_once),
    ("what its own exporter gives opens what is sealed with ours", exports_what_we_export),
    ("it accepts our proposals, updates among them", accepts_our_proposals),
    ("it follows external commits, of a newcomer and of one who comes back", follows_external_commits),
    ("it follows required capabilities that we set", follows_new_extensions),
    ("it overlooks GREASE in our capabilities", overlooks_grease),
    (f"{WALK_EPOCHS} epochs at random, up to 5 members of each make, ours restarted in between", walks),
]
