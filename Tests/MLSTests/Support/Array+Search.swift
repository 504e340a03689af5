extension [UInt8] {
    /// Whether these bytes stand in it anywhere; no bytes stand nowhere.
    func contains(bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, count >= bytes.count else { return false }
        return (0...(count - bytes.count)).contains { self[$0...].starts(with: bytes) }
    }
}
