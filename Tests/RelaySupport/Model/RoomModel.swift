import Identity
import Relay
package import RelayProtocol

/// A room's log in the simplest form: a list, and rules that look at all of it each time.
package struct RoomModel {
    package struct Logged {
        package let entry: Entry
        package let hash: EntryHash
        let head: LogHead
        let sender: IdentityKey
        let time: RelayTime
        var hasBody = true

        var header: EntryHeader { entry.header }
        var isCommit: Bool { header.kind == .commit }
    }

    let id: RoomID
    /// Of the relay, which the heads begin with.
    let relay: RelayKey
    private(set) var entries: [Logged] = []
    /// Numbers up to here have lost their hashes too.
    private(set) var trimmed = 0
    package var publicState: (epoch: UInt64, state: PublicState)?

    init(id: RoomID, relay: RelayKey) { (self.id, self.relay) = (id, relay) }

    package var last: UInt64 { UInt64(entries.count) }

    package var head: LogHead { entries.last?.head ?? LogHead(before: id, at: relay) }

    package subscript(_ number: UInt64) -> Logged? {
        guard number >= 1, number <= last else { return nil }
        return entries[Int(number) - 1]
    }

    mutating func add(_ entry: Entry, by sender: IdentityKey, at time: RelayTime) -> RelayAnswer {
        let number = EntryNumber(last + 1)
        let head = head.following(number, entry.hash)
        entries.append(Logged(entry: entry, hash: entry.hash, head: head, sender: sender, time: time))
        return .appended(Appended(number: number, head: head))
    }

    package func isEpoch(_ number: UInt64) -> Bool { self[number]?.header.kind.beginsEpoch ?? false }

    package var epochs: [UInt64] { entries.indices.map { UInt64($0 + 1) }.filter(isEpoch) }

    func successor(of epoch: UInt64) -> UInt64? {
        entries.firstIndex { $0.isCommit && $0.header.parent.rawValue == epoch }.map { UInt64($0 + 1) }
    }

    func hasDisputed(_ parent: UInt64, _ sender: IdentityKey) -> Bool {
        entries.contains {
            $0.sender == sender && $0.header.flags.contains(.disputes) && $0.header.parent.rawValue == parent
        }
    }

    func repeated(_ hash: EntryHash) -> RelayAnswer? {
        guard let index = entries.lastIndex(where: { $0.hash == hash }), index >= trimmed else { return nil }
        return .appended(Appended(number: EntryNumber(UInt64(index + 1)), head: entries[index].head))
    }

    /// The set A of docs/protocol.md, to the letter: which epochs one reads who opens the log at `opening`.
    package func epochsRead(from opening: UInt64) -> Set<UInt64> {
        var read: Set<UInt64> = [opening]
        for number in stride(from: opening + 1, through: last, by: 1) {
            guard let entry = self[number], entry.isCommit, read.contains(entry.header.parent.rawValue),
                !entry.header.flags.contains(.removes)
            else { continue }
            read.insert(number)
        }
        return read
    }

    package func reads(_ epoch: UInt64, from openings: [UInt64]) -> Bool {
        openings.contains { epochsRead(from: $0).contains(epoch) }
    }

    var usage: [IdentityKey: Int] {
        entries.reduce(into: [:]) { usage, logged in
            guard logged.hasBody else { return }
            usage[logged.sender, default: 0] += logged.entry.body.count + 256
        }
    }

    // What retention takes.
    mutating func takeBodies(before time: RelayTime, messages: Bool) {
        for index in entries.indices
        where entries[index].time < time && (entries[index].header.kind == .message) == messages {
            entries[index].hasBody = false
        }
    }

    mutating func takeOldestMessages(_ count: Int) {
        for index in entries.indices.filter({ entries[$0].hasBody && entries[$0].header.kind == .message })
            .prefix(count)
        {
            entries[index].hasBody = false
        }
    }

    mutating func trim(before time: RelayTime) {
        while trimmed < entries.count, !entries[trimmed].hasBody, entries[trimmed].time < time { trimmed += 1 }
    }
}
