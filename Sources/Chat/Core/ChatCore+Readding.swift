import Identity
import MLS
import RelayProtocol
import TLSCodec

// Somebody's device asks to be added again, and any member does it (PROTOCOL.md §4, re-adding).
extension ChatCore {
    mutating func takeReaddingRequest(_ note: Note, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let request = try? ReaddingRequest(decoding: note.body), let room = rooms[request.room],
            room.record.standing == .member, room.record.mending == nil, let group = room.group, let state = room.state,
            let member = state.member(note.sender), member.leaf != group.ownLeafIndex,
            let package = readdingPackage(request.package, of: member, group.cipherSuite, step.now)
        else { return }
        let key = RowKey.readdings(of: note.sender.deviceKey, in: room.row)
        var known = try step.transaction.record(ReaddingRecord.self, key) ?? ReaddingRecord()
        guard !known.has(package.bytes), !known.isTooOften(nowSeconds: step.now.seconds) else { return }
        known.note(package.bytes)
        try step.transaction.put(known, at: key)
        let wish = ReaddingWish(
            identity: member.identity, device: note.sender.deviceKey, seen: request.seen.number,
            package: request.package)
        try with(request.room, &step) { (core, room, step) in
            // A newer request of the same device takes the older's place.
            room.record.wishes.removeAll { $0.device == wish.device }
            room.record.wishes.append(.readd(wish))
            room.stored.recordChanged = true
            core.waitToCommit(&room, &step)
        }
    }

    /// The name of a key package that the member of a leaf has made, and that holds now.
    private func readdingPackage(
        _ bytes: [UInt8], of member: RoomMember, _ suite: CipherSuite, _ now: UnixTime
    ) -> KeyPackageRef? {
        guard let package = try? MLSMessage(received: bytes).asKeyPackage,
            package.leafNode.signatureKey.bytes == member.credential.deviceKey.bytes,
            belongs(bytes, to: member.identity, suite, now)
        else { return nil }
        return try? package.reference
    }

    /// Whether a request still holds, now that all has been read: its device stands where it stood, and has said nothing
    /// since; and it isn't added again too often.
    func holds(_ wish: ReaddingWish, _ room: LiveRoom, _ step: ChatStep) throws(ChatStorageError) -> Bool {
        guard room.state?.members.contains(where: { $0.isDevice(wish.device, of: wish.identity) }) == true else {
            return false
        }
        let known = try step.transaction.record(
            ReaddingRecord.self, .readdings(of: wish.device, in: room.row))
        if known?.isTooOften(nowSeconds: step.now.seconds) == true { return false }
        return try !isActive(wish.device, after: wish.seen, room, step)
    }

    /// Whether a device has sent or committed anything behind an entry.
    private func isActive(
        _ device: DeviceKey, after number: EntryNumber, _ room: LiveRoom, _ step: ChatStep
    ) throws(ChatStorageError) -> Bool {
        var last = room.record.position.number.rawValue
        while last > number.rawValue {
            let rows = try step.transaction.records(
                TimelineRow.self, .timeline, of: room.row.scope, in: number.rawValue + 1...last, newestFirst: true,
                limit: Self.rowsReadMax)
            if rows.contains(where: { $0.record.event.author?.device == device }) { return true }
            guard rows.count == Self.rowsReadMax, let oldest = rows.last, oldest.number > number.rawValue else { break }
            last = oldest.number - 1
        }
        return false
    }

    /// A commit has been followed: whom it added again is remembered, and nobody else does it.
    func noteReaddings(
        in effects: CommitEffects, _ before: RoomState, _ room: inout LiveRoom, _ step: ChatStep
    ) throws(ChatStorageError) {
        for committed in effects.proposals {
            guard case .add(let add) = committed.proposal,
                let credential = credentials.credential(add.keyPackage.leafNode.credential),
                let member = before.member(credential),
                effects.removed.contains(where: { $0.leafIndex == member.leaf }),
                let package = try? add.keyPackage.reference
            else { continue }
            room.record.wishes.removeAll { $0.device == credential.deviceKey }
            let key = RowKey.readdings(of: credential.deviceKey, in: room.row)
            var known = try step.transaction.record(ReaddingRecord.self, key) ?? ReaddingRecord()
            known.note(package.bytes)
            known.readded(nowSeconds: step.now.seconds)
            try step.transaction.put(known, at: key)
        }
    }

    /// Whether a commit that removes this device adds it by a key package that it has asked with: then the Welcome is on
    /// its way.
    func isAnswer(_ effects: CommitEffects, to room: LiveRoom) -> Bool {
        guard let mending = room.record.mending else { return false }
        return effects.proposals.contains { committed in
            guard case .add(let add) = committed.proposal, let name = try? add.keyPackage.reference else {
                return false
            }
            return mending.packages.contains(name.bytes)
        }
    }

    private static let rowsReadMax = 256
}

extension RoomState {
    /// The leaf of the device that a credential names.
    func member(_ credential: Identity.Credential) -> RoomMember? {
        members.first { $0.isDevice(credential.deviceKey, of: credential.identityKey) }
    }
}

extension RoomMember {
    func isDevice(_ device: DeviceKey, of person: IdentityKey) -> Bool {
        identity == person && credential.deviceKey == device
    }
}

extension RoomWish {
    /// The device that is to be added again.
    fileprivate var device: DeviceKey? {
        if case .readd(let wish) = self { wish.device } else { nil }
    }
}

extension TimelineEvent {
    /// Who did it, of what was followed.
    fileprivate var author: LeafName? {
        switch self {
        case .message(let message): message.sender
        case .change(let change): change.author
        case .leaving(let leaf), .leavingElsewhere(let leaf): leaf
        case .repeated, .refused, .missing, .refusedCommit: nil
        }
    }
}

extension RowKey {
    fileprivate static func readdings(of device: DeviceKey, in room: RoomRow) -> RowKey {
        RowKey(.values, of: RowScope(Array("readdings ".utf8) + room.scope.bytes + device.bytes))
    }
}
