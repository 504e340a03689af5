"""Groups of Sotto, mls-rs and OpenMLS. OpenMLS reads no commits of mls-rs: those are PublicMessages."""

from mls_group import Group
from mls_party import let_a_second_pass
from mls_walk import Walk

WHO = "all three"
WALK_EPOCHS = 40


def begun_by_rs(party):
    rs, ours, openmls = party.mls_rs("rosa"), party.sotto("sam"), party.openmls("olga")
    group = Group(rs)
    group.add(rs, ours)
    group.commit(rs)
    let_a_second_pass()
    group.add(rs, openmls)
    live_together(party, group, rs, ours, openmls)


def begun_by_us(party):
    ours, rs, openmls = party.sotto("sam"), party.mls_rs("rosa"), party.openmls("olga")
    group = Group(ours)
    packages = [newcomer.key_package() for newcomer in (rs, openmls)]
    let_a_second_pass()
    staged = ours.commit(add=packages)
    group.settle(ours, staged)
    group.welcome(staged, rs, openmls)
    live_together(party, group, rs, ours, openmls)


def live_together(party, group, rs, ours, openmls):
    """OpenMLS and we commit; then OpenMLS is gone, and mls-rs may again."""
    group.talk()
    group.commit(ours)
    group.add(openmls, party.sotto("sue"))
    group.add(ours, party.openmls("otto"))
    group.commit(group.ours[-1])
    group.talk()
    for member in list(group.members):
        if member.make == "OpenMLS":
            group.remove(ours, member)
    group.commit(rs)
    group.add(rs, party.mls_rs("rex"))
    group.commit(ours, framing="public")
    group.talk()


def removes_rs(party):
    ours, rs, openmls = party.sotto("sam"), party.mls_rs("rosa"), party.openmls("olga")
    group = Group(ours)
    group.add(ours, rs)
    let_a_second_pass()
    group.add(rs, openmls)
    group.remove(openmls, rs)
    group.add(openmls, party.openmls("otto"))
    group.commit(ours)
    group.talk()


def walks(party):
    members = [party.sotto(f"sam {number}") for number in range(3)]
    members += [party.mls_rs(f"rosa {number}") for number in range(3)]
    members += [party.openmls(f"olga {number}") for number in range(3)]
    Walk(party, members, framings=["private"], committing=["Sotto", "OpenMLS"]).to(WALK_EPOCHS)


CHECKS = [
    ("mls-rs begins, adds us and OpenMLS", begun_by_rs),
    ("we begin, and one Welcome of ours brings in both", begun_by_us),
    ("OpenMLS removes mls-rs, which OpenMLS was added by", removes_rs),
    (f"{WALK_EPOCHS} epochs at random, up to 3 members of each make; all but mls-rs commit", walks),
]
