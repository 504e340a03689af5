/// Four decimal numbers without leading zeros: `192.0.2.1`.
struct IPv4Address {
    let bytes: [UInt8]

    init?(_ text: ArraySlice<UInt8>) {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 4, omittingEmptySubsequences: false)
        let bytes = parts.compactMap { Decimal.value(of: $0, max: 255) }.map { UInt8($0) }
        guard parts.count == 4, bytes.count == 4 else { return nil }
        self.bytes = bytes
    }
}
