package import NIOCore
package import RelayProtocol

/// What a follower who is behind gets of a log at one time, read from the storage.
package struct LogChunk: Sendable {
    /// The log's last entry when it was read.
    package private(set) var last = EntryNumber.none
    /// Everything up to here is in it, or can't be had any more.
    package private(set) var end = EntryNumber.none
    /// Encoded, as the line carries them.
    package private(set) var events = ByteBuffer()
    package private(set) var eventCount = 0
    /// Whether the last entry that it tells of could be read.
    package private(set) var readsLatest = true

    /// Reads what comes from `from` on, as far as ``SessionLimits`` allow at once.
    ///
    /// - Parameter openings: from which it may be read; of an inbox all may.
    /// - Throws: ``StorageError/unavailable``, or ``StorageError/damaged`` where not even the log's own record can be
    ///   read.
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
                append(.trimmed(TrimmedEvent(room: room, through: log.trimmed, head: log.trimmedHead)))
            }
        }
        let entries = try snapshot.entries(
            of: log.row, from: start, countMax: SessionLimits.chunkEntriesMax, bytesMax: SessionLimits.chunkBytesMax)
        events.reserveCapacity(entries.reduce(events.readableBytes) { $0 + $1.eventByteCountMax })
        switch name {
        case .room(let room): append(entries, of: room, Reading(try snapshot.branches(of: log.row), openings))
        case .inbox: for entry in entries { append(entry) }
        }
        // Were there nothing where something should be, asking again wouldn't bring it.
        if let read = entries.last { end = max(read.number, start) }
    }

    private mutating func append(_ entries: [StoredEntry], of room: RoomID, _ reading: Reading) {
        var reading = reading
        let roomBytes = room.bytes
        for entry in entries {
            switch entry.content {
            case .kept(let header, let body) where reading.reads(entry):
                append(number: entry.number, header: header, body: body, of: roomBytes)
            case .kept: append(withheld(entry, of: room, .notReadable))
            case .gone: append(withheld(entry, of: room, .gone))
            case .damaged: append(withheld(entry, of: room, .damaged))
            }
        }
        if let last = entries.last { readsLatest = reading.reads(last) }
    }

    /// An entry's event from its stored bytes, without decoding them: room(32) ‖ number(8) ‖ header ‖ length(4) ‖ body.
    private mutating func append(number: EntryNumber, header: [UInt8], body: [UInt8], of room: [UInt8]) {
        events.writeMessage(
            kind: RelayEvent.entryKind, bodyByteCount: room.count + 8 + header.count + 4 + body.count)
        events.writeBytes(room)
        events.writeInteger(number.rawValue)
        events.writeBytes(header)
        events.writeInteger(UInt32(truncatingIfNeeded: body.count))
        events.writeBytes(body)
        eventCount += 1
    }

    /// An inbox's item. What isn't there any more, its owner has taken or waited too long for.
    private mutating func append(_ entry: StoredEntry) {
        guard case .kept(_, let item) = entry.content else { return }
        append(.inbox(InboxEvent(number: entry.number, item: item)))
    }

    private mutating func append(_ event: RelayEvent) {
        events.write(event)
        eventCount += 1
    }

    private func withheld(_ entry: StoredEntry, of room: RoomID, _ reason: WithheldReason) -> RelayEvent {
        .withheld(WithheldEvent(room: room, number: entry.number, reason: reason, hash: entry.hash))
    }

    /// Whether entries can be read; most have the same parent as the one before.
    private struct Reading {
        let branches: RoomBranches
        let openings: [Opening]
        var latest: (place: PublishedRun.Place, isReadable: Bool)?

        init(_ branches: [Branch], _ openings: [Opening]) {
            self.branches = RoomBranches(branches)
            self.openings = openings
        }

        mutating func reads(_ entry: StoredEntry) -> Bool {
            let place = PublishedRun.Place(parent: entry.parent, branch: entry.branch)
            if let latest, latest.place == place { return latest.isReadable }
            let isReadable = branches.reads(entry.parent, in: entry.branch, from: openings)
            latest = (place, isReadable)
            return isReadable
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

extension RelayEvent {
    fileprivate static let entryKind: UInt8 = 128
}
