import Chat

/// Where a row stands in the file: a table, a keyed hash of what the row belongs to, a number.
struct RowPlace: Hashable, Sendable {
    let kind: UInt8
    let scope: [UInt8]
    let number: UInt64

    /// The same under every key: else a store would look empty to another key, and be gone on with.
    static let keyCheck = RowPlace(kind: 0, scope: [], number: 0)

    /// Its domain ‖ kind(1) ‖ number(8) ‖ scope, of 16 bytes but for the place above.
    func associatedData(_ domain: StoreDomain = .paddedRow) -> [UInt8] {
        let digits = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        return domain.bytes + [kind] + digits + scope
    }
}
