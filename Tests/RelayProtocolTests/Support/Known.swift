import Identity
import RelayProtocol
import Sodium
import TestSupport

/// The values of all examples; those of docs/protocol.md are among them.
enum Known {
    static let relay: RelayKey = make(RelayKey((0x40..<0x60).map { UInt8($0) }))
    static let room: RoomID = make(RoomID([UInt8](counting: 32)))
    static let handshakeHash = (0x40..<0x80).map { UInt8($0) }
    static let identity: IdentityKey = make(IdentityKey([UInt8](repeating: 0x11, count: 32)))
    static let device: DeviceKey = make(DeviceKey([UInt8](repeating: 0x22, count: 32)))
    static let token: InboxToken = make(InboxToken([UInt8](repeating: 0xC3, count: 16)))
    static let name = AtName.known("ann")
    static let suite = CipherSuiteNumber(rawValue: 0xF04D)

    /// Ed25519 keys of the seeds 32 × 7 and 32 × 8.
    static let accessKey: RoomAccessKey = make(
        RoomAccessKey([UInt8](hex: "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c")))
    static let linkKey: LinkKey = make(
        LinkKey([UInt8](hex: "1398f62c6d1a457c51ba6a4b5f3dbd2f69fca93216218dc8997e416bd17d93ca")))
    static let signature = [UInt8](repeating: 0xD4, count: 64)

    static let creation = Entry(header: .create(accessKey), body: Array("created".utf8))
    static let message = Entry(header: .message(parent: .first), body: Array("sealed".utf8))
    static let entries: EntriesEvent = make(EntriesEvent(room: room, first: .first, entries: [creation, message]))
    static let link = LiveLink(key: linkKey, expiresAtSeconds: 2_000_000_000)

    // Computed by Python's hashlib.
    static let creationHash: EntryHash = make(
        EntryHash([UInt8](hex: "7fdd9070be2546148a12e06f84d6269d2847fbfcba1f5f5ae828424ba31917cb")))
    static let messageHash: EntryHash = make(
        EntryHash([UInt8](hex: "2012e4550b972466ea4548b5961300e0d86e347f83c3c3191a6bc2deb4837a52")))
    static let heads: [LogHead] = [
        "4edd43addac53a082d8bd3cabd83f5b66b2a152e27a17d0bc87732bd94014aa6",
        "c9b628113b6a583b5783f937a9f8af6d1500cd1fe6e2888ae68e910f9e7314ee",
        "657e407f42db251a54a19738ca89c71828edd3909b62086b7341a5fcee7bac85",
    ].map { make(LogHead([UInt8](hex: $0))) }
    static let blobHash: BlobHash = make(
        BlobHash([UInt8](hex: "63bc91fd719fd0f6512718baf3e7ba714c0de5414b356fcb6b85873a7a4e4cc2")))

    private static func make<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("a known value isn't one") }
        return value
    }
}

extension AtName {
    static func known(_ text: String) -> AtName {
        guard let name = try? AtName(text) else { preconditionFailure("\(text) is no name") }
        return name
    }
}
