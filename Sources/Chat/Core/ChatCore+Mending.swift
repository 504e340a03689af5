import Identity
import MLS
import RelayClient
import RelayProtocol
import Sodium

// A device that can't follow its room asks members, a few at a time, to add it again.
extension ChatCore {
    mutating func mend(_ id: RoomID, _ step: inout ChatStep) throws(ChatStorageError) {
        guard rooms[id]?.isMember == true else { return step.tell(.failed(id, .notMember)) }
        try with(id, &step) { (core, room, step) in core.startMending(.asked, at: .none, &room, &step) }
    }

    func startMending(
        _ reason: MendingReason, at commit: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) {
        guard room.record.mending == nil, room.isMember else { return }
        room.record.mending = Mending(
            reason, at: commit, sinceSeconds: step.now.seconds,
            order: random.bytes(count: Mending.orderByteCount))
        room.stored.recordChanged = true
        step.tell(.troubled(room.record.id))
    }

    /// Nothing is asked for any more: what was made for it goes.
    func endMending(_ room: inout LiveRoom, _ step: ChatStep) throws(ChatStorageError) {
        guard let mending = room.record.mending else { return }
        for package in mending.packages { try dropBundle(KeyPackageRef(package), step) }
        room.record.mending = nil
        room.stored.recordChanged = true
    }

    /// Asks the next members where it is time, once all that there is of the log has been read: what this device itself has
    /// said up to then must not count against it.
    mutating func goOnMending(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        guard var mending = room.record.mending, room.hasCaughtUp else { return }
        mending.follow(clock: step.now.seconds)
        let patience = mending.patienceEndsSeconds
        if let patience, step.now.seconds >= patience { return try stopWaiting(for: mending, &room, &step) }
        if step.now.seconds >= mending.nextRoundSeconds, mending.round < ChatLimits.mendingRoundsMax {
            try askMembers(&mending, &room, &step)
        }
        room.record.mending = mending
        room.stored.recordChanged = true
        let next = mending.round < ChatLimits.mendingRoundsMax ? mending.nextRoundSeconds : nil
        if let due = [patience, next].compactMap({ $0 }).min() { room.wake(at: due, &step) }
    }

    private mutating func askMembers(
        _ mending: inout Mending, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let group = room.group, let state = room.state else { return }
        let suite = group.cipherSuite
        let package = try newBundle(suite, isLastResort: false, &step).reference
        for old in mending.keep(package.bytes) { try dropBundle(KeyPackageRef(old), step) }
        for identity in mending.turn(of: state.identities(besides: group.ownLeafIndex)) {
            let claim = ClaimKeyPackages(
                identity: identity, suites: [CipherSuiteNumber(rawValue: suite.rawValue)])
            ask(
                .plain(.claimKeyPackages(claim)), for: .claimForNote(room.record.id, identity, package.bytes), &step)
        }
        mending.roundIsOver(nowSeconds: step.now.seconds)
    }

    /// Members' key packages have come: to each of their devices goes the request.
    mutating func claimedForNote(
        _ identity: IdentityKey, for id: RoomID, _ package: [UInt8],
        _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard case .success(.claimed(let claimed)) = answer, let room = rooms[id], let state = room.state,
            let group = room.group, let mending = room.record.mending, mending.packages.contains(package),
            let (bundle, _) = try bundle(KeyPackageRef(package), step), let message = try? bundle.message()
        else { return }
        let request = ReaddingRequest(
            room: id, seen: room.record.position, commit: mending.commit, package: message)
        for offered in claimed.packages {
            let bytes = offered.keyPackage.bytes
            let member = state.members.first { $0.identity == identity && $0.credential.deviceKey == offered.device }
            guard let member, member.leaf != group.ownLeafIndex,
                belongs(bytes, to: identity, group.cipherSuite, step.now),
                let item = note(.readding, request, to: bytes, of: identity, group.cipherSuite)
            else { continue }
            try enqueue(Delivery(device: offered.device, item: item), &step)
        }
    }
}

extension RoomState {
    /// Everybody who has a leaf beside this one; of several devices of one person it may be the same.
    fileprivate func identities(besides leaf: LeafIndex) -> [IdentityKey] {
        Array(Set(members.filter { $0.leaf != leaf }.map(\.identity)))
    }
}
