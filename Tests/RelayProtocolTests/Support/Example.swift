import RelayProtocol
import TestSupport
import Testing

/// Something said, and the bytes that a reader of docs/protocol.md would write for it.
struct Example: CustomTestStringConvertible {
    let said: Said
    let kind: UInt8
    let body: [UInt8]

    /// - Parameter body: hexadecimal; spaces separate the fields.
    init(_ said: Said, kind: UInt8, _ body: String) {
        self.said = said
        self.kind = kind
        self.body = [UInt8](hex: body.filter { $0 != " " })
    }

    /// - Parameter body: what follows the number 7.
    init(_ request: RelayRequest, kind: UInt8, _ body: String) {
        self.init(.request(RequestNumber(7), request), kind: kind, "00000007" + body)
    }

    /// - Parameter body: what follows the number 7.
    init(_ answer: RelayAnswer, kind: UInt8, _ body: String) {
        self.init(.answer(RequestNumber(7), answer), kind: kind, "00000007" + body)
    }

    init(_ event: RelayEvent, kind: UInt8, _ body: String) { self.init(.event(event), kind: kind, body) }

    var testDescription: String { "\(kind) \(said)" }

    static let all = requests + answers + events

    // What stands in many of them.
    static let room = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    static let identity = String(repeating: "11", count: 32)
    static let device = String(repeating: "22", count: 32)
    static let token = String(repeating: "c3", count: 16)
    static let signature = String(repeating: "d4", count: 64)
    static let access = "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c"
    static let link = "1398f62c6d1a457c51ba6a4b5f3dbd2f69fca93216218dc8997e416bd17d93ca"
    static let head = "657e407f42db251a54a19738ca89c71828edd3909b62086b7341a5fcee7bac85"
    static let hash = "2012e4550b972466ea4548b5961300e0d86e347f83c3c3191a6bc2deb4837a52"
    static let blobHash = "63bc91fd719fd0f6512718baf3e7ba714c0de5414b356fcb6b85873a7a4e4cc2"
    /// Bytes "blob", and one link that ends in 2033.
    static let publicState = "00000004 626c6f62 0028 \(link) 0000000077359400"
    static let creation = "0001 01 00 0000000000000000 \(access) 00000007 63726561746564"
    static let message = "0001 03 00 0000000000000001 00000006 7365616c6564"
}
