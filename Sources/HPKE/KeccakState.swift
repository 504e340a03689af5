import Sodium

/// Keccak-f[1600] over a state of 25 lanes (FIPS 202 §3.3). Wiped at the end.
///
/// Constant time: no branch and no address depends on a byte.
final class KeccakState {
    private var lanes = InlineArray<25, UInt64>(repeating: 0)

    deinit {
        var span = lanes.mutableSpan
        span.wipe()
    }

    /// Adds a byte to the one at `offset`, below 200.
    func add(_ byte: UInt8, at offset: Int) {
        lanes[offset / 8] ^= UInt64(byte) << UInt64(offset % 8 * 8)
    }

    func byte(at offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: lanes[offset / 8] >> UInt64(offset % 8 * 8)) }

    func permute() {
        for round in 0..<24 {
            theta()
            rhoAndPi()
            chi()
            lanes[0] ^= Self.roundConstants[round]
        }
    }

    /// §3.2.1: each lane takes in the parity of two columns.
    private func theta() {
        let parity = InlineArray<5, UInt64> { x in
            lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20]
        }
        for x in 0..<5 {
            let change = parity[(x + 4) % 5] ^ Self.rotate(parity[(x + 1) % 5], by: 1)
            for y in 0..<5 { lanes[x + 5 * y] ^= change }
        }
    }

    /// §3.2.2 and §3.2.3: each lane turns, and moves along one cycle through the other 24 places.
    private func rhoAndPi() {
        var moving = lanes[1]
        for step in 0..<24 {
            let place = Self.places[step]
            let next = lanes[place]
            lanes[place] = Self.rotate(moving, by: Self.rotations[step])
            moving = next
        }
    }

    /// §3.2.4: the only step that isn't linear.
    private func chi() {
        for y in stride(from: 0, to: 25, by: 5) {
            let row = InlineArray<5, UInt64> { x in lanes[y + x] }
            for x in 0..<5 { lanes[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]) }
        }
    }

    @inline(__always) private static func rotate(_ lane: UInt64, by count: UInt64) -> UInt64 {
        lane &<< count | lane &>> (64 &- count)
    }

    private static let places: InlineArray<24, Int> = [
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
    ]

    private static let rotations: InlineArray<24, UInt64> = [
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
    ]

    private static let roundConstants: InlineArray<24, UInt64> = [
        0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808a, 0x8000_0000_8000_8000,
        0x0000_0000_0000_808b, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
        0x0000_0000_0000_008a, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000a,
        0x0000_0000_8000_808b, 0x8000_0000_0000_008b, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
        0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800a, 0x8000_0000_8000_000a,
        0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
    ]
}
