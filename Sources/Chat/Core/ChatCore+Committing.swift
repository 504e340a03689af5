import Identity
import MLS
import RelayProtocol
import Sodium
import Synchronization
import TLSCodec

extension ChatCore {
    /// Stages the next commit that is wanted and keeps it whole, before anything of it leaves.
    ///
    /// - Returns: whether there is one now.
    mutating func stageWish(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) -> Bool {
        while let wish = room.nextWish {
            let isWished = room.record.wishes.first == wish
            if case .readd(let readding) = wish, isWished, try !holds(readding, room, step) {
                room.dropWish()
                continue
            }
            guard let failure = stage(wish, &room, step) else {
                try room.keepCommit(step.transaction)
                return true
            }
            // It can't be done: nobody would follow it.
            guard isWished else { return false }
            room.dropWish()
            if !wish.isAnybodys { step.tell(.failed(room.record.id, failure)) }
        }
        return false
    }

    private func stage(_ wish: RoomWish, _ room: inout LiveRoom, _ step: ChatStep) -> ChatFailure? {
        do throws(ChatFailure) {
            try tryStaging(wish, &room, step)
            return nil
        } catch { return error }
    }

    private func tryStaging(_ wish: RoomWish, _ room: inout LiveRoom, _ step: ChatStep) throws(ChatFailure) {
        guard var group = room.group, let state = room.state else { throw .notMember }
        let contested = room.record.contested
        let draft = try CommitWish(wish, state, group, ending: contested?.link)
        let (sealed, out) = try draft.staged(
            in: &group, seen: room.record.position, room.record.id, now: step.now, random)
        let after: RoomState
        do throws(RoomViolation) {
            after = try RoomPolicy.check(out.staged, in: state, disputing: contested?.link, credentials)
        } catch { throw .notAllowed(error) }
        let header = try draft.header(
            of: out.staged, parent: room.record.epochBegan, flags: contested == nil ? [] : .disputes)
        let entry = Entry(header: header, body: EntryBody.message(out.message).bytes)
        room.pending = PendingCommit(
            entry: entry, publicState: sealed.map { $0.publicState(for: after.settings.links) },
            welcome: out.welcome.map(CarriedBytes.init),
            welcomed: out.staged.effects.added.compactMap { after.member(at: $0.leafIndex) }.map {
                ListedDevice($0.credential.deviceKey)
            })
        room.staged = out.staged
        room.group = group
        room.stored.ratchetChanged = true
    }
}

extension LiveRoom {
    /// The first is done, or can't be.
    mutating func dropWish() {
        guard !record.wishes.isEmpty else { return }
        record.wishes.removeFirst()
        stored.recordChanged = true
    }

    func keepCommit(_ transaction: any ChatTransaction) throws(ChatStorageError) {
        guard let pending, let staged else { return }
        let secrets: SecretBytes
        do throws(MLSError) { secrets = try staged.serialized() } catch { throw .failed }
        try transaction.put(pending, at: key(.commits))
        try transaction.put(secrets, at: key(.commitSecrets))
    }
}
