import MLS
import RelayProtocol

extension RoomPolicy {
    /// A leaf keeps its mark as long as it stands, and goes only once its use is counted: else the same use could be
    /// made again.
    func checkMarks() throws(RoomViolation) {
        for change in effects.updated {
            guard before.member(at: change.leafIndex)?.mark == after.member(at: change.leafIndex)?.mark else {
                throw .mark
            }
        }
        for member in effects.removed {
            guard let mark = before.member(at: member.leafIndex)?.mark,
                let link = after.settings.links.first(where: { $0.key == mark.link })
            else { continue }
            guard link.usesCounted >= mark.use else { throw .uncountedMark }
        }
        guard !effects.isExternal else { return }
        for member in effects.added where after.member(at: member.leafIndex)?.mark != nil { throw .mark }
    }

    /// PROTOCOL.md §4, invite links.
    func checkJoining() throws(RoomViolation) {
        guard effects.proposals.count == 1, case .externalInit = effects.proposals[0].proposal,
            effects.added.count == 1, effects.removed.isEmpty, effects.extensions == nil
        else { throw .proposal }
        let node = effects.added[0].leafNode
        guard let mark = after.member(at: effects.added[0].leafIndex)?.mark,
            let link = before.settings.links.first(where: { $0.key == mark.link }),
            mark.use <= link.usesAllowed, mark.use - 1 == before.lastUse(of: link)
        else { throw .joining }
        let leaf = MarkedLeaf(signatureKey: node.signatureKey, encryptionKey: node.encryptionKey)
        guard mark.isSigned(room: before.room, epoch: before.epoch, leaf: leaf) else { throw .joining }
    }
}
