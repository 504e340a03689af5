import Identity
import Relay
import RelayProtocol

/// Values with a meaning to nobody.
enum Make {
    static func bytes(_ seed: UInt8) -> [UInt8] { [UInt8](repeating: seed, count: 32) }

    static func identity(_ seed: UInt8) -> IdentityKey { key(seed) }

    static func device(_ seed: UInt8) -> DeviceKey { key(seed) }

    static func room(_ seed: UInt8) -> RoomID { noun(seed) }

    static func head(_ seed: UInt8) -> LogHead { noun(seed) }

    static func noun<Noun: Noun32>(_ seed: UInt8) -> Noun {
        guard let noun = Noun(bytes(seed)) else { preconditionFailure("32 bytes") }
        return noun
    }

    static func time(_ seconds: UInt64) -> RelayTime { RelayTime(seconds: seconds) }

    static func header(_ kind: EntryKind?) -> [UInt8] { [0, 1, kind?.rawValue ?? 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }

    /// Bodies that are all different.
    static func bodies(_ numbers: Range<Int>, byteCount: Int = 100) -> [[UInt8]] {
        numbers.map { number in
            Array("body \(number) ".utf8) + [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: byteCount)
        }
    }

    private static func key<Key: KeyNoun>(_ seed: UInt8) -> Key {
        guard let key = Key(bytes(seed)) else { preconditionFailure("32 bytes") }
        return key
    }
}
