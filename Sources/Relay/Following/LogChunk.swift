package import NIOCore
package import RelayProtocol

/// What a follower who is behind gets of a log at one time, read from the storage.
package struct LogChunk: Sendable {
    /// The log's last entry when it was read.
    package private(set) var last = EntryNumber.none
    /// Everything up to here is in it, or can't be had any more.
    package private(set) var end = EntryNumber.none
    private var told = LogEvents()

    /// Encoded, as the line carries them.
    package var events: ByteBuffer { told.bytes }
    /// Entries, and whatever else is told.
    package var eventCount: Int { told.count }

    /// Reads what comes from `from` on, as far as ``SessionLimits`` allow at once.
    ///
    /// - Parameter openings: from which it may be read; of an inbox all may.
    /// - Throws: ``StorageError/unavailable``, or ``StorageError/damaged`` where the log's own record can't be read, or
    ///   its branches where it takes them to say who reads what. Of entries that can't be read it tells.
    package init(
        _ name: LogName, from: EntryNumber, openings: [Opening], in snapshot: any RelaySnapshot
    ) throws(StorageError) {
        guard let log = try snapshot.log(name) else { return }
        last = log.last
        end = log.last
        guard from <= log.last else { return }
        var start = from
        if from <= log.trimmed, let next = log.trimmed.next {
            start = next
            if case .room(let room) = name {
                told.append(.trimmed(TrimmedEvent(room: room, through: log.trimmed, head: log.trimmedHead)))
            }
        }
        let entries = try snapshot.entries(
            of: log.row, from: start, countMax: SessionLimits.chunkEntriesMax, bytesMax: SessionLimits.chunkBytesMax)
        told.reserve(entries.reduce(events.readableBytes) { $0 + $1.eventByteCountMax })
        switch name {
        case .room(let room):
            var reading = Reading(of: log.row, from: openings, in: snapshot)
            try append(entries, of: room, &reading)
        case .inbox: for entry in entries { append(entry) }
        }
        // Were there nothing where something should be, asking again wouldn't bring it.
        if let read = entries.last { end = max(read.number, start) }
    }

    private mutating func append(
        _ entries: [StoredEntry], of room: RoomID, _ reading: inout Reading
    ) throws(StorageError) {
        for entry in entries {
            switch entry.content {
            case .kept(let header, let body) where try reading.reads(entry):
                told.append(entry.number, header: header, body: body, of: room)
            case .kept: told.append(withheld(entry, of: room, .notReadable))
            case .gone: told.append(withheld(entry, of: room, .gone))
            case .damaged: told.append(withheld(entry, of: room, .damaged))
            }
        }
    }

    /// An inbox's item. What isn't there any more, its owner has taken or waited too long for.
    private mutating func append(_ entry: StoredEntry) {
        guard case .kept(_, let item) = entry.content else { return }
        told.append(.inbox(InboxEvent(number: entry.number, item: item)))
    }

    private func withheld(_ entry: StoredEntry, of room: RoomID, _ reason: WithheldReason) -> RelayEvent {
        .withheld(WithheldEvent(room: room, number: entry.number, reason: reason, hash: entry.hash))
    }

    /// Whether entries can be read; most have the same parent as the one before.
    private struct Reading {
        private let log: LogRow
        private let openings: [Opening]
        private let snapshot: any RelaySnapshot
        private var latest: (epoch: EntryPlace, isReadable: Bool)?

        init(of log: LogRow, from openings: [Opening], in snapshot: any RelaySnapshot) {
            self.log = log
            self.openings = openings
            self.snapshot = snapshot
        }

        mutating func reads(_ entry: StoredEntry) throws(StorageError) -> Bool {
            let epoch = EntryPlace(parent: entry.parent, branch: entry.branch)
            if let latest, latest.epoch == epoch { return latest.isReadable }
            let isReadable = try reads(epoch)
            latest = (epoch, isReadable)
            return isReadable
        }

        /// Of the branches, of which a room may have many, those on the way to the root are read, and only for an epoch that
        /// stands on another than what was opened.
        private mutating func reads(_ epoch: EntryPlace) throws(StorageError) -> Bool {
            if openings.contains(where: { $0.branch == epoch.branch && $0.number <= epoch.parent }) { return true }
            // No other leads to the root.
            if openings.isEmpty || epoch.branch == .root { return false }
            return try snapshot.ancestry(of: epoch, in: log).isReadable(from: openings)
        }
    }
}

extension StoredEntry {
    /// Roughly, and not less: what its event takes.
    fileprivate var eventByteCountMax: Int {
        guard case .kept(let header, let body) = content else { return 96 }
        return header.count + body.count + 64
    }
}
