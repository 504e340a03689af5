import Identity
package import Relay
package import RelayProtocol

/// A core on a storage, run as a relay's committing thread runs it.
package struct TestRelay {
    package private(set) var storage: any RelayStorage
    package private(set) var core: RelayCore
    package let limits: RelayLimits
    package var moment = Moment(time: RelayTime(seconds: 1_000_000), wallClockSeconds: 1_800_000_000)

    package init(_ storage: any RelayStorage = MemoryStorage(), limits: RelayLimits = RelayLimits()) {
        self.storage = storage
        self.limits = limits
        core = RelayCore(relay: .test, limits: limits)
    }

    /// One transaction: all of it or nothing.
    package mutating func group(_ requests: [CoreRequest]) throws(StorageError) -> [CoreOutcome] {
        do throws(StorageError) {
            let moment = moment
            let outcomes = try storage.write { (tx) throws(StorageError) in
                var outcomes: [CoreOutcome] = []
                for request in requests { outcomes.append(try core.handle(request, in: tx, at: moment)) }
                try core.finish(in: tx)
                return outcomes
            }
            core.committed()
            return outcomes
        } catch {
            core.forget()
            throw error
        }
    }

    @discardableResult
    package mutating func ask(_ person: TestPerson, _ ask: CoreRequest.Ask) throws(StorageError) -> RelayAnswer {
        try outcome(person, ask).answer
    }

    package mutating func outcome(
        _ person: TestPerson, _ ask: CoreRequest.Ask
    ) throws(StorageError) -> CoreOutcome {
        try group([person.asking(ask)])[0]
    }

    /// A new core on the same storage, or on what it is after it was opened anew.
    package mutating func restart(on storage: (any RelayStorage)? = nil) {
        if let storage { self.storage = storage }
        core = RelayCore(relay: .test, limits: limits)
    }

    /// All slices of one kind.
    @discardableResult
    package mutating func sweep(_ sweep: Sweep, rowsMax: Int = 1_000_000) throws(StorageError) -> SweepResult {
        var all = SweepResult()
        repeat {
            let result = try storage.write { (tx) throws(StorageError) in
                try tx.sweep(sweep, rowsMax: rowsMax, bytesMax: 1 << 30)
            }
            core.swept(sweep, result)
            all.rows += result.rows
            all.bytes += result.bytes
            all.isUnfinished = result.isUnfinished
        } while all.isUnfinished && rowsMax == 1_000_000
        return all
    }

    package mutating func setDiskFull(_ isFull: Bool) { core.isDiskFull = isFull }

    package mutating func pass(seconds: UInt64) {
        moment = Moment(
            time: RelayTime(seconds: moment.time.seconds + seconds),
            wallClockSeconds: moment.wallClockSeconds + Int64(seconds))
    }
}

// What lines prove, and what is in the log.
extension TestRelay {
    package func record(_ room: RoomID) throws(StorageError) -> LogRecord? {
        try storage.read { (snapshot) throws(StorageError) in try snapshot.log(.room(room)) }
    }

    package func epoch(_ number: EntryNumber, _ room: RoomID) throws(StorageError) -> EpochRecord? {
        try storage.read { (snapshot) throws(StorageError) in
            guard let log = try snapshot.log(.room(room)) else { return nil }
            return try snapshot.epoch(number, of: log.row)
        }
    }

    /// As if the line had proven these epochs' access keys; numbers that are no epochs are left out.
    package func member(_ room: RoomID, _ numbers: [UInt64]) throws(StorageError) -> Access {
        var openings: [Opening] = []
        for number in numbers {
            guard let epoch = try epoch(EntryNumber(number), room) else { continue }
            openings.append(Opening(number: epoch.number, branch: epoch.branch))
        }
        return .member(openings)
    }

    package func entries(
        _ log: LogName, from: EntryNumber = .none
    ) throws(StorageError) -> [StoredEntry] {
        try storage.read { (snapshot) throws(StorageError) in
            guard let log = try snapshot.log(log) else { return [] }
            return try snapshot.entries(of: log.row, from: from, countMax: .max, bytesMax: .max)
        }
    }

    /// Numbers of the entries that can be read from an opening.
    package func readable(_ room: RoomID, from opening: UInt64) throws(StorageError) -> [UInt64] {
        guard let log = try record(room), let epoch = try epoch(EntryNumber(opening), room) else { return [] }
        let branches = try storage.read { (snapshot) throws(StorageError) in
            RoomBranches(try snapshot.branches(of: log.row))
        }
        let opening = Opening(number: epoch.number, branch: epoch.branch)
        return try entries(.room(room))
            .filter { branches.reads($0.parent, in: $0.branch, from: [opening]) }
            .map(\.number.rawValue)
    }
}

extension TestRelay {
    /// - Parameter as: the epoch that the line has opened; the entry's parent if nothing else is said.
    @discardableResult
    package mutating func append(
        _ entry: Entry, to room: RoomID, by person: TestPerson, as opened: [UInt64]? = nil,
        publicState: PublicState? = nil
    ) throws(StorageError) -> RelayAnswer {
        let access = try member(room, opened ?? [entry.header.parent.rawValue])
        return try ask(person, .append(Append(room: room, entry: entry, publicState: publicState), access))
    }

    /// A room whose creation is number 1.
    package mutating func create(
        _ room: RoomID, by person: TestPerson, publicState: PublicState? = nil
    ) throws(StorageError) {
        try ask(person, .append(Append(room: room, entry: .create(), publicState: publicState), .none))
    }
}

extension RelayAnswer {
    /// Of an entry that is in the log.
    package var number: UInt64? {
        if case .appended(let appended) = self { appended.number.rawValue } else { nil }
    }

    package var head: LogHead? {
        if case .appended(let appended) = self { appended.head } else { nil }
    }

    package var refusal: RefusalCode? {
        if case .refused(let refused) = self { refused.code } else { nil }
    }

    package var detail: UInt64? {
        if case .refused(let refused) = self { refused.detail } else { nil }
    }

    package static func refused(_ code: RefusalCode, _ detail: UInt64 = 0) -> RelayAnswer {
        .refused(Refused(code: code, detail: detail))
    }
}
