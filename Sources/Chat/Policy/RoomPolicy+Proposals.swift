import Identity
import MLS

extension RoomPolicy {
    func checkProposals(by author: ChangeAuthor) throws(RoomViolation) {
        let returning = returningDevices
        for committed in effects.proposals {
            let isOwn = committed.reference == nil
            switch committed.proposal {
            case .add where isOwn: try checkAdd(committed.proposal, by: author, returning)
            case .remove(let remove) where isOwn: try checkRemove(remove.removed, by: author, returning)
            case .remove(let remove): guard committed.sender == .member(remove.removed) else { throw .reference }
            case .groupContextExtensions where isOwn: break
            case .add, .groupContextExtensions: throw .reference
            case .update, .preSharedKey, .reInit, .externalInit: throw .proposal
            }
        }
    }

    /// Devices that are removed and added at once: re-adding, which any member may.
    private var returningDevices: Set<DeviceName> {
        let removed = effects.removed.compactMap { before.member(at: $0.leafIndex) }.map(DeviceName.init)
        let added = effects.added.compactMap { after.member(at: $0.leafIndex) }.map(DeviceName.init)
        return Set(removed).intersection(added)
    }

    private func checkAdd(
        _ proposal: Proposal, by author: ChangeAuthor, _ returning: Set<DeviceName>
    ) throws(RoomViolation) {
        guard case .add(let add) = proposal, let added = addedMember(add) else { throw .add }
        if returning.contains(DeviceName(added)) { return }
        switch before.settings.kind {
        case .group: guard author.isAdmin || before.settings.flags.contains(.membersInvite) else { throw .add }
        case .direct: guard before.settings.admins.contains(added.identity) else { throw .add }
        }
    }

    private func addedMember(_ add: Add) -> RoomMember? {
        let leaf = effects.added.first { $0.signatureKey == add.keyPackage.leafNode.signatureKey }
        return leaf.flatMap { after.member(at: $0.leafIndex) }
    }

    private func checkRemove(
        _ leaf: LeafIndex, by author: ChangeAuthor, _ returning: Set<DeviceName>
    ) throws(RoomViolation) {
        guard let removed = before.member(at: leaf) else { throw .remove }
        if returning.contains(DeviceName(removed)) { return }
        guard author.isAdmin, before.settings.kind == .group else { throw .remove }
    }

    /// An admin who removes somebody for good shuts every door behind them: whoever made a link still has its secret.
    func checkDoors(by author: ChangeAuthor) throws(RoomViolation) {
        let removed = effects.proposals.filter { $0.reference == nil }.compactMap { committed in
            if case .remove(let remove) = committed.proposal {
                before.member(at: remove.removed)?.identity
            } else {
                nil
            }
        }
        let gone = Set(removed).subtracting(after.identities)
        guard !gone.isEmpty else { return }
        guard gone.isSubset(of: after.settings.bans), after.settings.links.isEmpty else { throw .removalLeavesDoor }
    }
}

/// A device of a person.
private struct DeviceName: Hashable {
    let identity: IdentityKey
    let device: DeviceKey

    init(_ member: RoomMember) { (identity, device) = (member.identity, member.credential.deviceKey) }
}
