import TestSupport

/// A way in which bytes go wrong.
enum WireChange: CaseIterable {
    case flip, replace, remove, insert, cut, repeatPart, hostileLength

    static func random(using random: inout SeededRandom) -> WireChange {
        allCases[.random(in: allCases.indices, using: &random)]
    }

    func applied(to bytes: [UInt8], using random: inout SeededRandom) -> [UInt8] {
        guard !bytes.isEmpty else { return [.random(in: 0...255, using: &random)] }
        var bytes = bytes
        let place = Int.random(in: bytes.indices, using: &random)
        switch self {
        case .flip: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case .replace: bytes[place] = .random(in: 0...255, using: &random)
        case .remove: bytes.remove(at: place)
        case .insert: bytes.insert(.random(in: 0...255, using: &random), at: place)
        case .cut: bytes.removeSubrange(place...)
        case .repeatPart:
            let end = Int.random(in: place..<min(place + 64, bytes.count), using: &random)
            bytes.insert(contentsOf: bytes[place...end], at: place)
        case .hostileLength:
            let lengths: [[UInt8]] = [
                [0xBF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 1], [0x40, 1], [0x7F, 0xFF], [0xC0], [0xFF], [0x3F],
            ]
            bytes.replaceSubrange(place..<(place + 1), with: lengths[.random(in: lengths.indices, using: &random)])
        }
        return bytes
    }
}
