/// What a guess at a passphrase costs: Argon2id (RFC 9106) with so many passes over so much memory.
package struct PassphraseHash: Hashable, Sendable {
    package let passes: UInt32
    package let memoryKibibytes: UInt32

    /// 3 passes over 256 MiB: more than 250 ms on any machine of today.
    package static let standard = PassphraseHash(within: 3, 256 * 1_024)

    /// - Returns: nothing for what no key file could be read with again.
    package init?(passes: UInt32, memoryKibibytes: UInt32) {
        guard (1...Self.passesMax).contains(passes), (8...Self.memoryKibibytesMax).contains(memoryKibibytes) else {
            return nil
        }
        self.init(within: passes, memoryKibibytes)
    }

    static let byteCount = 8
    /// Whoever can change the file can't make its opening take the machine's memory, or for ever.
    private static let passesMax: UInt32 = 32
    private static let memoryKibibytesMax: UInt32 = 1_024 * 1_024

    /// passes(4) ‖ KiB(4), big-endian.
    init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        func number(at start: Int) -> UInt32 { (start..<start + 4).reduce(0) { $0 << 8 | UInt32(bytes[$1]) } }
        self.init(passes: number(at: 0), memoryKibibytes: number(at: 4))
    }

    var bytes: [UInt8] {
        [passes, memoryKibibytes].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) }
        }
    }

    private init(within passes: UInt32, _ memoryKibibytes: UInt32) {
        (self.passes, self.memoryKibibytes) = (passes, memoryKibibytes)
    }
}
