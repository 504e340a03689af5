import RelayClient
import RelayProtocol

@testable import Relay

/// What a relay knows of one line.
struct SimulatedLine {
    /// The hash of its handshake: another one for each line.
    let hash: [UInt8]
    var openings: [RoomID: [Opening]] = [:]
    var links: [RoomID: LinkKey] = [:]
    /// The next number of each log that is followed.
    var follows: [FollowedLog: EntryNumber] = [:]

    /// In an order that a seed repeats.
    var followed: [FollowedLog] { follows.keys.sorted(by: FollowedLog.comesBefore) }

    func access(to room: RoomID) -> Access {
        if let openings = openings[room] { return .member(openings) }
        return links[room].map { .link($0) } ?? .none
    }
}

extension FollowedLog {
    static func comesBefore(_ one: Self, _ other: Self) -> Bool {
        switch (one, other) {
        case (.room(let one), .room(let other)): one.bytes.lexicographicallyPrecedes(other.bytes)
        case (.inbox, .room): true
        case (_, .inbox): false
        }
    }
}
