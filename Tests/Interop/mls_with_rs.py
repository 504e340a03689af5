"""Groups of Sotto and mls-rs."""

from mls_group import Group, refused
from mls_member import Refused, Taken, wire_format
from mls_walk import Walk

WHO = "mls-rs"
WALK_EPOCHS = 60


def adds_us(party):
    theirs, ours = party.mls_rs("rosa"), party.sotto("sam")
    group = Group(theirs)
    group.add(theirs, ours)
    group.talk()


def is_added(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    staged = group.add(ours, theirs)
    assert wire_format(staged.welcome) == "welcome"
    group.talk()


def is_added_with_the_tree_aside(party):
    ours, theirs, third = party.sotto("sam"), party.mls_rs("rosa"), party.sotto("sue")
    group = Group(ours)
    for newcomer in theirs, third:
        staged = ours.commit(add=[newcomer.key_package()], tree_in_welcome=False)
        group.settle(ours, staged)
        not_joined(newcomer, staged)
        group.welcome(staged, newcomer, tree=staged.tree)
    group.talk()


def not_joined(newcomer, staged):
    try:
        newcomer.join(staged.welcome)
    except Refused:
        return
    raise AssertionError("it joined without the tree")


def follows_every_framing(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    for framing in "public", "private":
        for path in True, False:
            third = party.sotto(f"sue {framing} {path}")
            assert wire_format(group.add(ours, third, framing=framing, path=path).commit) == framing
        assert wire_format(group.commit(ours, framing=framing).commit) == framing
        assert wire_format(group.remove(ours, third, framing=framing).commit) == framing
        group.talk()


def is_followed(party):
    theirs, ours, third = party.mls_rs("rosa"), party.sotto("sam"), party.mls_rs("rex")
    group = Group(theirs)
    group.add(theirs, ours)
    group.commit(theirs)
    group.add(theirs, third)
    group.commit(third)
    group.talk()
    group.remove(theirs, third)
    group.talk()


def opens_late_messages(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    for sender, receiver in (ours, theirs), (theirs, ours):
        texts = [f"{number} of {sender.name}".encode() for number in range(8)]
        messages = [sender.seal(text) for text in texts]
        for number in 3, 0, 7, 1, 2, 6, 5, 4:
            assert receiver.process(messages[number]) == Taken("application", texts[number])
        refused(receiver, messages[5])


def takes_authenticated_data_and_padding(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    group.say(ours, b"with data beside it", authenticated_data=b"seen by all, changed by none")
    group.say(ours, b"padded", padding=1_000)
    group.say(ours, b"")
    group.say(ours, bytes(70_000))


def commits_by_reference(party):
    ours, theirs, third, fourth = party.sotto("sam"), party.mls_rs("rosa"), party.mls_rs("rex"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs)
    group.propose(theirs, *theirs.propose(add=[third.key_package(), fourth.key_package()]))
    group.commit(ours, welcomed=[third, fourth])
    group.talk()
    group.propose(theirs, *theirs.propose(remove=[fourth]))
    group.commit(ours, gone=[fourth])
    group.talk()


def is_committed_by_reference(party):
    ours, theirs, third, fourth = party.sotto("sam"), party.mls_rs("rosa"), party.mls_rs("rex"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs)
    for framing in "public", "private":
        group.propose(ours, ours.propose("add", framing, key_package=third.key_package()))
        group.propose(ours, ours.propose("add", framing, key_package=fourth.key_package()))
        group.commit(theirs, welcomed=[third, fourth])
        group.propose(fourth, fourth.propose("update", framing))
        group.commit(theirs)
        group.talk()
        group.propose(fourth, fourth.propose("remove", framing, leaf=third.leaf))
        group.propose(ours, ours.propose("remove", framing, leaf=fourth.leaf))
        group.commit(theirs, gone=[third, fourth])
        group.talk()
        third.reopen()
        fourth.reopen()


def removes_and_is_removed(party):
    ours, theirs, third = party.sotto("sam"), party.mls_rs("rosa"), party.mls_rs("rex")
    group = Group(ours)
    group.add(ours, theirs, third)
    group.talk()
    group.remove(ours, third)
    refused(third, ours.seal(b"not for rex"))
    fourth = party.sotto("sue")
    group.add(theirs, fourth)
    group.talk()
    group.remove(theirs, fourth)
    refused(fourth, theirs.seal(b"not for sue"))
    try:
        fourth.seal(b"from nobody")
    except Refused:
        return
    raise AssertionError("a removed member seals")


def follows_external_commits(party):
    ours, theirs, third = party.sotto("sam"), party.mls_rs("rosa"), party.sotto("sue")
    group = Group(ours)
    group.add(ours, theirs)
    for with_tree in True, False:
        group.admit(third, third.join_externally(ours, with_tree))
        group.talk()
        group.commit(theirs)
        group.admit(third, third.join_externally(ours, with_tree, third.leaf))
        group.talk()
        group.remove(theirs, third)


def follows_new_extensions(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    group.propose(ours, ours.propose("required_capabilities", credentials=[1]))
    group.commit(theirs)
    group.add(theirs, party.sotto("sue"))
    group.commit(ours, kind="required_capabilities", framing="public", credentials=[])
    group.add(theirs, party.mls_rs("rex"))
    group.talk()


def mixes_in_old_epochs(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    group.commit(theirs)
    for committer in ours, theirs:
        for back in 0, 1:
            group.propose(ours, ours.propose("resumption_psk", epoch=ours.epoch - back))
            group.commit(committer)
    group.talk()


def knows_a_thrown_away_commit(party):
    ours, theirs = party.sotto("sam"), party.mls_rs("rosa")
    group = Group(ours)
    group.add(ours, theirs)
    thrown = ours.commit()
    ours.discard()
    group.commit(theirs)
    refused(theirs, thrown.commit)
    group.talk()


def restarts_between_all_steps(party):
    theirs, ours, third = party.mls_rs("rosa"), party.sotto("sam"), party.sotto("sue")
    group = Group(theirs)
    package = ours.key_package()
    ours.restart()
    staged = theirs.commit(add=[package])
    group.settle(theirs, staged)
    group.welcome(staged, ours)
    ours.restart()
    early, late = theirs.seal(b"early"), theirs.seal(b"late")
    assert ours.process(late).data == b"late"
    ours.restart()
    assert ours.process(early).data == b"early"
    refused(ours, late)
    update = ours.propose("update")
    ours.restart()
    group.propose(ours, update)
    group.commit(theirs)
    staged = ours.commit(add=[third.key_package()])
    ours.restart()
    group.settle(ours, staged)
    group.welcome(staged, third)
    group.talk()


def overlooks_grease(party):
    ours, theirs, third = party.sotto("sam"), party.mls_rs("rosa"), party.sotto("sue")
    ours.reopen(grease="leaf")
    third.reopen(grease="leaf")
    group = Group(ours)
    group.add(ours, theirs)
    group.add(theirs, third)
    group.commit(third)
    group.talk()


def walks(party):
    members = [party.sotto(f"sam {number}") for number in range(5)]
    members += [party.mls_rs(f"rosa {number}") for number in range(5)]
    Walk(party, members, framings=["public", "private"], committing=["Sotto", "mls-rs"]).to(WALK_EPOCHS)


CHECKS = [
    ("it adds us, and messages go both ways", adds_us),
    ("we add it, and messages go both ways", is_added),
    ("it joins by a Welcome with the tree beside it", is_added_with_the_tree_aside),
    ("it follows our commits, as PublicMessage and as PrivateMessage, with a path and without", follows_every_framing),
    ("we follow its commits", is_followed),
    ("messages out of order, both ways; each opens once", opens_late_messages),
    ("it opens what has authenticated data, padding, no bytes or 70,000", takes_authenticated_data_and_padding),
    ("what it proposes is committed by us", commits_by_reference),
    ("what we propose, updates among it, is committed by it, in both framings", is_committed_by_reference),
    ("whom we remove and whom it removes is told, and opens and seals nothing more", removes_and_is_removed),
    ("it follows external commits, of a newcomer and of one who comes back", follows_external_commits),
    ("required capabilities that we propose and it commits, and such that we set", follows_new_extensions),
    ("resumption secrets of this epoch and an earlier one, mixed in by either", mixes_in_old_epochs),
    ("a commit of ours that was thrown away changes nothing, and its is merged", knows_a_thrown_away_commit),
    ("we forget nothing by restarts between all steps, late messages and own updates too", restarts_between_all_steps),
    ("it overlooks GREASE in our capabilities and leaf extensions", overlooks_grease),
    (f"{WALK_EPOCHS} epochs at random, up to 5 members of each make, ours restarted in between", walks),
]
