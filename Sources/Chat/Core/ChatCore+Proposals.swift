import MLS
import RelayProtocol
import Sodium

extension ChatCore {
    /// The one proposal that is a message of its own: somebody's leaving. Any member commits it.
    mutating func takeProposal(
        _ bytes: [UInt8], _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        guard var group = room.group else { return .refused(.epoch) }
        let received: ReceivedProposal
        do throws(MLSError) {
            guard case .proposal(let proposal) = try group.process(bytes) else { return .refused(.malformed) }
            received = proposal
        } catch { return .refused(group.refusal(error, of: bytes)) }
        guard case .remove(let remove) = received.proposal, received.sender == .member(remove.removed),
            let leaver = room.state?.member(at: remove.removed)
        else { return .refused(.notAllowed) }
        let crosses = try !agrees(received.authenticatedData, room, step)
        do throws(MLSError) { try group.cache(received) } catch { return .refused(EntryRefusal(error)) }
        room.group = group
        room.stored.ratchetChanged = true
        if !room.record.wishes.contains(.commitLeaving) {
            room.record.wishes.append(.commitLeaving)
            room.stored.recordChanged = true
            waitToCommit(&room, &step)
        }
        if leaver.leaf == group.ownLeafIndex {
            // Said by a newer state of this very device.
            room.record.standing = .leaving
            foundOldCopy(&room, &step)
        }
        return crosses ? .leavingElsewhere(LeafName(leaver)) : .leaving(LeafName(leaver))
    }

    /// What any member may do waits a random time, so that not all do it (PROTOCOL.md §4, leaving).
    func waitToCommit(_ room: inout LiveRoom, _ step: inout ChatStep) {
        let longest = min(60_000, UInt32(clamping: room.state?.members.count ?? 1) * 100)
        room.commitsWhenWoken = true
        let drawn = random.bytes(count: 4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        step.actions.append(.wake(afterMilliseconds: UInt64(drawn % (longest + 1))))
    }

    mutating func wake(_ id: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        try with(id, &step) { (_, room, _) in
            room.commitsWhenWoken = false
            room.endStall()
        }
    }
}
