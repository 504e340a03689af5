/// Bytes that travel as hexadecimal text.
struct Bytes: Codable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(from decoder: any Decoder) throws {
        let text = Array(try decoder.singleValueContainer().decode(String.self).utf8)
        guard text.count.isMultiple(of: 2) else { throw PeerError.notHexadecimal }
        bytes = try stride(from: 0, to: text.count, by: 2).map { at in
            guard let byte = UInt8(String(decoding: text[at..<at + 2], as: UTF8.self), radix: 16) else {
                throw PeerError.notHexadecimal
            }
            return byte
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
