import Identity

/// The file of pinned relays: a heading, then an invite line for each; what doesn't read as a whole isn't read in part.
enum PinsFile {
    static let heading = "sotto pins 1"

    /// - Returns: no pins if there is no file.
    /// - Throws: ``HomeError/damaged(path:)`` for a file that isn't one, an empty one too.
    static func load(from part: borrowing SealedPart) throws(HomeError) -> Pins {
        guard let file = try part.read(HomeFile.pins, byteCountMax: HomeLimits.pinsFileByteCountMax) else {
            return Pins()
        }
        guard let pins = decode(Array(copying: file)) else { throw .damaged(path: part.path(of: HomeFile.pins)) }
        return pins
    }

    static func store(_ pins: Pins, in part: borrowing SealedPart) throws(HomeError) {
        try part.replace(HomeFile.pins, with: encode(pins).span)
    }

    static func encode(_ pins: Pins) -> [UInt8] {
        let lines = [heading] + pins.all.compactMap(\.inviteLine)
        return lines.flatMap { Array($0.utf8) + [newline] }
    }

    /// - Returns: `nil` unless every line is whole, each address stands there once, and the limit is kept.
    static func decode(_ bytes: [UInt8], countMax: Int = HomeLimits.pinCountMax) -> Pins? {
        guard bytes.last == newline else { return nil }
        let lines = bytes.dropLast().split(separator: newline, omittingEmptySubsequences: false)
        guard let first = lines.first, first.elementsEqual(heading.utf8) else { return nil }
        var pins = Pins(countMax: countMax)
        for line in lines.dropFirst() {
            guard line.count <= HomeLimits.pinLineByteCountMax, let text = String(validating: line, as: UTF8.self),
                let address = try? RelayAddress(text), let key = address.relayKey, pins[address] == nil,
                (try? pins.set(key, for: address)) != nil
            else { return nil }
        }
        return pins
    }

    private static let newline = UInt8(ascii: "\n")
}
