package import Identity
package import RelayProtocol

/// What a relay sees of one room, as far as this client knows: all that isn't sealed.
package struct RelayView: Sendable {
    package let room: RoomID
    /// Entries of its log.
    package let entryCount: UInt64
    /// By what they are, as far as they came here.
    package var kinds: [Kind: Int] = [:]
    /// By which devices put them there.
    package var devices: [DeviceKey: Int] = [:]
    /// Of the messages, by the lengths to which their contents are padded: what is sealed is somewhat longer.
    package var sizes: [Int: Int] = [:]
    /// When the first and the last came here, in seconds since 1970.
    package var seconds: ClosedRange<UInt64>?
    /// What opens the room's log from which entry on.
    package let accessKey: RoomAccessKey?
    package let epochBegan: EntryNumber
    package let linkCount: Int

    package enum Kind: String, Sendable, CaseIterable {
        case message
        /// The creation too.
        case commit
        case proposal
        case unread
    }

    init(_ record: RoomRecord, accessKey: RoomAccessKey?, linkCount: Int) {
        (room, epochBegan) = (record.id, record.epochBegan)
        entryCount = record.position.number.rawValue
        (self.accessKey, self.linkCount) = (accessKey, linkCount)
    }

    mutating func add(_ row: TimelineRow) {
        let before = seconds ?? row.seenAtSeconds...row.seenAtSeconds
        seconds = min(before.lowerBound, row.seenAtSeconds)...max(before.upperBound, row.seenAtSeconds)
        switch row.event {
        case .message(let message):
            count(.message, message.sender)
            if let padded = try? message.content.padded() { sizes[padded.count, default: 0] += 1 }
        case .change(let change): count(.commit, change.author)
        case .leaving(let leaf): count(.proposal, leaf)
        default: kinds[.unread, default: 0] += 1
        }
    }

    private mutating func count(_ kind: Kind, _ leaf: LeafName) {
        kinds[kind, default: 0] += 1
        devices[leaf.device, default: 0] += 1
    }
}
