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

    func access(to room: RoomID) -> Access {
        if let openings = openings[room] { return .member(openings) }
        return links[room].map { .link($0) } ?? .none
    }
}
