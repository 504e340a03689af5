package import Identity
package import RelayProtocol
package import TestSupport

// Values for tests, each from a number or from random bytes.

extension Noun32 {
    package static func random(_ random: inout SeededRandom) -> Self { make(random.bytes(count: 32)) }

    /// Always the same for a number.
    package static func numbered(_ number: UInt64) -> Self {
        make((0..<32).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0xa5) })
    }

    private static func make(_ bytes: [UInt8]) -> Self {
        guard let value = Self(bytes) else { preconditionFailure("32 bytes are 32 bytes") }
        return value
    }
}

extension Entry {
    package static func create(key: RoomAccessKey = .numbered(1), body: [UInt8] = [1]) -> Entry {
        Entry(header: .create(key), body: body)
    }

    package static func commit(
        _ parent: UInt64, flags: EntryFlags = [], key: RoomAccessKey = .numbered(2), body: [UInt8]
    ) -> Entry {
        Entry(header: .commit(parent: EntryNumber(parent), accessKey: key, flags: flags), body: body)
    }

    package static func message(_ parent: UInt64, _ body: [UInt8]) -> Entry {
        Entry(header: .message(parent: EntryNumber(parent)), body: body)
    }

    package static func proposal(_ parent: UInt64, _ body: [UInt8]) -> Entry {
        Entry(header: .proposal(parent: EntryNumber(parent)), body: body)
    }

    package var hash: EntryHash {
        guard let hash = try? EntryHash(of: self) else { preconditionFailure("its header has an encoding") }
        return hash
    }
}

extension RelayKey {
    package static let test: RelayKey = {
        guard let key = RelayKey([UInt8](repeating: 0x77, count: 32)) else {
            preconditionFailure("a key is 32 bytes long")
        }
        return key
    }()
}

extension KeyPackageBytes {
    package static func numbered(_ number: UInt64) -> KeyPackageBytes {
        KeyPackageBytes((0..<64).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0x4b) })
    }
}

extension InboxToken {
    package static func numbered(_ number: UInt8) -> InboxToken {
        guard let token = InboxToken([UInt8](repeating: number, count: byteCount)) else {
            preconditionFailure("a token is 16 bytes long")
        }
        return token
    }
}
