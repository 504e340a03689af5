import Identity
import Relay
package import RelayProtocol

// What is stored, beside what the model says.
extension RandomRelayRun {
    package func check(_ id: RoomID) throws {
        guard let room = model.rooms[id] else {
            try expect(try relay.record(id) == nil, "there is a room that nobody made")
            return
        }
        guard let record = try relay.record(id) else { throw ModelMismatch("a room is gone") }
        try expect(record.last.rawValue == room.last && record.head == room.head, "another last or head")
        try expect(record.trimmed.rawValue == UInt64(room.trimmed), "trimmed \(record.trimmed)")
        let trimmedHead = room[UInt64(room.trimmed)]?.head ?? LogHead(before: id, at: model.key)
        try expect(record.trimmedHead == trimmedHead, "another head where it was trimmed")
        let stored = try relay.entries(.room(id))
        try expect(
            stored.map(\.number.rawValue) == Array(stride(from: UInt64(room.trimmed) + 1, through: room.last, by: 1)),
            "numbers have gaps")
        for entry in stored { try check(entry, room) }
        try checkReading(stored, room, record.row)
        try checkSums(room, record)
    }

    private func check(_ entry: StoredEntry, _ room: RoomModel) throws(ModelMismatch) {
        guard let logged = room[entry.number.rawValue] else { throw ModelMismatch("an entry too many") }
        try expect(entry.hash == logged.hash && entry.parent == logged.header.parent, "another entry")
        switch entry.content {
        case .kept(let header, let body):
            try expect(
                logged.hasBody && header == logged.header.bytes && body == logged.entry.body, "another content")
        case .gone: try expect(!logged.hasBody, "a body is gone")
        case .damaged: throw ModelMismatch("an entry is damaged")
        }
    }

    /// The rule that looks at branches reads what the set A of the protocol reads.
    private func checkReading(_ stored: [StoredEntry], _ room: RoomModel, _ log: LogRow) throws {
        let (branches, epochs, openings) = try relay.storage.read { (snapshot) throws(StorageError) in
            var epochs: [EpochRecord] = []
            for number in room.epochs {
                guard let epoch = try snapshot.epoch(EntryNumber(number), of: log) else { throw .damaged }
                epochs.append(epoch)
            }
            let openings = try epochs.map { (epoch) throws(StorageError) in try snapshot.opening(epoch, of: log) }
            return (RoomBranches(try snapshot.branches(of: log)), epochs, openings)
        }
        try checkBeside(openings, branches)
        for epoch in epochs {
            let number = epoch.number.rawValue
            try expect(epoch.accessKey == room[number]?.header.accessKey, "another access key")
            try expect(epoch.successor.rawValue == room.successor(of: number) ?? 0, "another successor")
            let read = room.epochsRead(from: number)
            let opening = Opening(number: epoch.number, branch: epoch.branch)
            for entry in stored {
                try expect(
                    branches.reads(entry.parent, in: entry.branch, from: [opening])
                        == read.contains(entry.parent.rawValue),
                    "entry \(entry.number.rawValue), opened at \(number)")
            }
        }
    }

    /// What is remembered of the way to an epoch says the same.
    private func checkBeside(_ openings: [Opening], _ branches: RoomBranches) throws {
        let known = openings.filter { $0.disputed.count < SessionLimits.disputesPerOpeningMax }.suffix(16)
        for one in known {
            for other in known {
                let isBeside =
                    branches.reads(one.number, in: one.branch, from: [other])
                    || branches.reads(other.number, in: other.branch, from: [one])
                try expect(one.isBeside(other) == isBeside, "epochs \(one.number) and \(other.number)")
            }
        }
    }

    private func checkSums(_ room: RoomModel, _ record: LogRecord) throws {
        let (usage, state) = try relay.storage.read { (snapshot) throws(StorageError) in
            var usage: [IdentityKey: Int] = [:]
            let byAccount = try snapshot.usage(of: record.row)
            for identity in model.accounts {
                guard let account = try snapshot.account(identity)?.row else { throw .damaged }
                usage[identity] = byAccount[account].flatMap { $0 == 0 ? nil : $0 }
            }
            return (usage, try snapshot.publicState(of: record.row))
        }
        try expect(usage == room.usage, "\(usage) instead of \(room.usage)")
        try expect(
            state?.epoch.rawValue == room.publicState?.epoch && state?.links == room.publicState?.state.links
                && state?.hash == room.publicState.map { BlobHash(of: $0.state.blob) }, "another public state")
    }

    func checkDirectory() throws {
        for (key, device) in model.devices {
            let stored = try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.device(key) }
            guard let stored else { throw ModelMismatch("a device is gone") }
            try expect(
                stored.credential == device.credential && stored.credentialSerial == device.credentialSerial
                    && stored.lineSerial == device.lineSerial && stored.inboxToken == device.token,
                "another device")
            try check(device.shelves, of: stored.row)
            try checkInbox(key)
        }
        for name in world.names {
            let stored = try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.name(name) }
            let expected = model.names[name]
            let isAsOld =
                knowsTime
                ? stored?.releasedAt == expected?.releasedAt
                : (stored?.releasedAt == nil) == (expected?.releasedAt == nil)
            try expect(stored?.holder == expected?.holder && isAsOld, "another name")
        }
    }

    private func check(_ shelves: [CipherSuiteNumber: RelayModel.Shelf], of device: DeviceRow) throws {
        let counts = try relay.storage.read { (snapshot) throws(StorageError) in
            var counts: [CipherSuiteNumber: [Int]] = [:]
            for suite in try snapshot.suites(of: device) {
                let count = try snapshot.keyPackageCount(of: device, suite: suite)
                counts[suite] = [count.ordinary, count.hasLastResort ? 1 : 0]
            }
            return counts
        }
        try expect(
            counts == shelves.mapValues { [$0.ordinary.count, $0.lastResort == nil ? 0 : 1] }, "other key packages")
    }

    private func checkInbox(_ device: DeviceKey) throws {
        let stored = try relay.entries(.inbox(device))
        let items = model.inboxes[device]?.items ?? []
        try expect(stored.map(\.number.rawValue) == items.map(\.number), "other items")
        try expect(stored.map(\.content) == items.map { .kept(header: [], body: $0.item) }, "items of other content")
    }

    private func expect(_ holds: Bool, _ description: @autoclosure () -> String) throws(ModelMismatch) {
        guard holds else { throw ModelMismatch(description()) }
    }
}
