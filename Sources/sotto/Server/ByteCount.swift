import Relay

/// A size as a person writes it: `512M`, `10G`, `2T`, or plain bytes. K is 1,024 bytes, M is 1,024 K, and so on, as in
/// `du` and `ls`.
struct ByteCount: Hashable, Sendable {
    /// At least 1.
    let bytes: Int

    static let standardDiskCap = ByteCount(bytes: 10 << 30)
    static let standardRoomSize = ByteCount(bytes: RelayLimits().roomBytesMax)
    static let words = "a number of bytes, or one with K, M, G or T; for example 10G"

    init?(_ text: String) {
        let unit = Self.units.first { $0.letter == text.last?.uppercased() }
        guard let number = Int(digits: unit == nil ? text[...] : text.dropLast()) else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
        guard !overflow, bytes > 0 else { return nil }
        self.bytes = bytes
    }

    private init(bytes: Int) { self.bytes = bytes }

    fileprivate static let units: [(letter: String, bytes: Int)] = [
        ("T", 1 << 40), ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
    ]
}

extension ByteCount: CustomStringConvertible {
    var description: String {
        let unit = Self.units.first { bytes.isMultiple(of: $0.bytes) }
        return unit.map { "\(bytes / $0.bytes)\($0.letter)" } ?? "\(bytes)"
    }
}
