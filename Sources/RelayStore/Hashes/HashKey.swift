import Relay
import RelayProtocol

/// An entry's log and the first eight bytes of its hash. Two entries may share one: whoever finds an entry by it
/// compares the whole hash.
struct HashKey: Hashable, Comparable, Sendable {
    let log: Int64
    let prefix: Int64

    init(log: LogRow, hash: [UInt8]) {
        self.log = log.rawValue
        prefix = Int64(bitPattern: hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    static func < (left: Self, right: Self) -> Bool { (left.log, left.prefix) < (right.log, right.prefix) }
}
