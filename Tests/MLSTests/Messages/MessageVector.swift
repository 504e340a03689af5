import TestSupport

/// An entry of `messages.json`.
struct MessageVector: Decodable, Sendable {
    let values: [WireValue: [UInt8]]
    /// Fields of the entry that nobody here knows.
    let unknownFields: [String]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.singleValueContainer().decode([String: String].self)
        unknownFields = fields.keys.filter { WireValue(rawValue: $0) == nil }
        values = Dictionary(
            uniqueKeysWithValues: fields.compactMap { name, hex in
                WireValue(rawValue: name).map { ($0, [UInt8](hex: hex)) }
            })
    }

    static let all: [MessageVector] = VectorFolder.mls("messages.json")

    /// One value of every entry.
    static func values(of kind: WireValue) -> [[UInt8]] { all.compactMap { $0.values[kind] } }
}
