package import NIOCore
package import RelayProtocol

/// Entries of one log that follow each other, encoded once for all who follow it.
package struct PublishedRun: Sendable {
    package struct Part: Sendable {
        package let number: EntryNumber
        let hash: EntryHash
        let epoch: EntryPlace
        /// Where it stands in ``PublishedRun/bytes``.
        let place: Range<Int>
    }

    package let log: LogName
    package private(set) var parts: [Part] = []
    private var events = LogEvents()
    /// Who reads the parts of each epoch: mostly one.
    private var epochs: [EntryPlace: EpochAncestry] = [:]

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

    package var bytes: ByteBuffer { events.bytes }
    package var first: EntryNumber { parts.first?.number ?? .none }
    package var last: EntryNumber { parts.last?.number ?? .none }

    /// Whether all of it can be read from one of these.
    package func isReadable(from openings: [Opening]) -> Bool {
        guard case .room = log else { return true }
        return epochs.values.allSatisfy { $0.isReadable(from: openings) }
    }

    /// What one gets who reads only some of it, or only from a number on.
    package func events(from number: EntryNumber, openings: [Opening]) -> ByteBuffer {
        let wanted = parts.drop { $0.number < number }
        guard case .room(let room) = log else { return slice(wanted) }
        var events = LogEvents()
        let readable = epochs.mapValues { $0.isReadable(from: openings) }
        for part in wanted {
            if readable[part.epoch] ?? false {
                events.append(part.number, encoded: slice([part]), of: room)
            } else {
                events.append(
                    .withheld(WithheldEvent(room: room, number: part.number, reason: .notReadable, hash: part.hash)))
            }
        }
        return events.bytes
    }

    private func slice(_ parts: ArraySlice<Part>) -> ByteBuffer {
        guard let start = parts.first?.place.lowerBound, let end = parts.last?.place.upperBound else {
            return ByteBuffer()
        }
        return bytes.getSlice(at: start, length: end - start) ?? ByteBuffer()
    }

    private func isFollowed(by entry: PublishedEntry) -> Bool {
        last.next == entry.number && bytes.readableBytes + entry.bodyByteCount <= SessionLimits.runBytesMax
    }

    private mutating func append(_ entry: PublishedEntry) {
        let epoch = EntryPlace(parent: entry.parent, branch: entry.branch)
        if epochs[epoch] == nil { epochs[epoch] = entry.branches.ancestry(of: epoch) }
        parts.append(Part(number: entry.number, hash: entry.hash, epoch: epoch, place: events.append(entry)))
    }
}

extension LogEvents {
    /// - Returns: where in ``bytes`` a room's entry stands, or the event that an inbox's item is by itself.
    fileprivate mutating func append(_ entry: PublishedEntry) -> Range<Int> {
        switch entry.content {
        case .entry(let room, let header, let body):
            return append(entry.number, header: header, body: body, of: room)
        case .item(_, let item):
            let start = bytes.writerIndex
            append(.inbox(InboxEvent(number: entry.number, item: item)))
            return start..<bytes.writerIndex
        }
    }
}

extension PublishedEntry {
    fileprivate var bodyByteCount: Int {
        switch content {
        case .entry(_, _, let body): body.count
        case .item(_, let item): item.count
        }
    }
}
