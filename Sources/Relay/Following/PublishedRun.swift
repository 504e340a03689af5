package import NIOCore
package import RelayProtocol

/// Entries of one log that follow each other, encoded once for all who follow it.
package struct PublishedRun: Sendable {
    package struct Part: Sendable {
        package let number: EntryNumber
        let hash: EntryHash
        let place: Place
        /// Where its event ends in ``PublishedRun/bytes``.
        let end: Int
    }

    /// The epoch that an entry belongs to.
    struct Place: Hashable, Sendable {
        let parent: EntryNumber
        let branch: BranchNumber
    }

    package let log: LogName
    package private(set) var parts: [Part] = []
    package private(set) var bytes = ByteBuffer()
    /// Those of all parts: mostly one.
    private var places: [Place] = []
    private var branches = RoomBranches.root

    private init(_ log: LogName) { self.log = log }

    /// Cut so that each stays within ``SessionLimits/runBytesMax``, or is one entry.
    ///
    /// - Parameter entries: of one log, in order.
    package static func runs(of entries: [PublishedEntry]) -> [PublishedRun] {
        var runs: [PublishedRun] = []
        for entry in entries {
            if let last = runs.last, last.log == entry.log, last.isFollowed(by: entry) {
                runs[runs.count - 1].append(entry)
            } else {
                var run = PublishedRun(entry.log)
                run.append(entry)
                runs.append(run)
            }
        }
        return runs
    }

    package var first: EntryNumber { parts.first?.number ?? .none }
    package var last: EntryNumber { parts.last?.number ?? .none }

    /// Whether all of it can be read from one of these.
    package func isReadable(from openings: [Opening]) -> Bool {
        guard case .room = log else { return true }
        for place in places where !branches.reads(place.parent, in: place.branch, from: openings) { return false }
        return true
    }

    /// What one gets who reads only some of it, or only from a number on.
    package func events(from number: EntryNumber, openings: [Opening]) -> ByteBuffer {
        var events = ByteBuffer()
        var start = bytes.readerIndex
        for part in parts {
            defer { start = part.end }
            guard part.number >= number else { continue }
            if case .room(let room) = log, !branches.reads(part.place.parent, in: part.place.branch, from: openings) {
                events.write(
                    .withheld(
                        WithheldEvent(room: room, number: part.number, reason: .notReadable, hash: part.hash)))
            } else if var event = bytes.getSlice(at: start, length: part.end - start) {
                events.writeBuffer(&event)
            }
        }
        return events
    }

    private func isFollowed(by entry: PublishedEntry) -> Bool {
        last.next == entry.number && bytes.readableBytes + entry.bodyByteCount <= SessionLimits.runBytesMax
    }

    private mutating func append(_ entry: PublishedEntry) {
        bytes.write(entry.event)
        let place = Place(parent: entry.parent, branch: entry.branch)
        if !places.contains(place) { places.append(place) }
        branches = entry.branches
        parts.append(Part(number: entry.number, hash: entry.hash, place: place, end: bytes.writerIndex))
    }
}

extension PublishedEntry {
    fileprivate var event: RelayEvent {
        switch (log, content) {
        case (.room(let room), .entry(let entry)): .entry(EntryEvent(room: room, number: number, entry: entry))
        // A room has entries and an inbox items; were it otherwise, nobody should be given it as the other.
        case (.room(let room), .item):
            .withheld(WithheldEvent(room: room, number: number, reason: .damaged, hash: hash))
        case (.inbox, .item(let item)): .inbox(InboxEvent(number: number, item: item))
        case (.inbox, .entry(let entry)): .inbox(InboxEvent(number: number, item: entry.body))
        }
    }

    fileprivate var bodyByteCount: Int {
        switch content {
        case .entry(let entry): entry.body.count
        case .item(let item): item.count
        }
    }
}
