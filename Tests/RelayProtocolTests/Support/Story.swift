import RelayProtocol
import Sodium

/// What is said in the examples of docs/protocol.md, by the label that each has there.
enum Story {
    static let said: [(label: String, said: Said)] =
        requests.map { ($0.label, .request(RequestNumber($0.number), $0.request)) }
        + answers.map { ($0.label, .answer(RequestNumber($0.number), $0.answer)) }
        + events.map { ($0.label, .event($0.event)) }

    private static let requests: [(label: String, number: UInt32, request: RelayRequest)] = [
        ("start", 1, .start(Start(version: RelayProtocolVersion.current))),
        ("claim name", 2, .claimName(ClaimName(name: Known.name))),
        (
            "creation", 3,
            .append(
                Append(
                    room: Known.room, entry: Known.creation,
                    publicState: PublicState(blob: Array("blob".utf8), links: [Known.link])))
        ),
        (
            "open room", 4,
            .openRoom(
                OpenRoom(
                    room: Known.room, number: .first,
                    signature: signature(
                        seed: 7,
                        RoomOpening.signedBytes(
                            handshakeHash: Known.handshakeHash, room: Known.room, number: .first))))
        ),
        ("message", 5, .append(Append(room: Known.room, entry: Known.message))),
        ("follow", 6, .follow(Follow(room: Known.room, from: .first))),
        (
            "open link", 7,
            .openLink(
                OpenLink(
                    room: Known.room, link: Known.linkKey,
                    signature: signature(
                        seed: 8,
                        RoomOpening.signedBytes(
                            handshakeHash: Known.handshakeHash, room: Known.room, link: Known.linkKey))))
        ),
        ("deliver", 8, .deliver(Deliver(device: Known.device, token: Known.token, item: [5, 6]))),
        ("whisper", 9, .whisper(Whisper(room: Known.room, body: [1, 2, 3]))),
    ]

    private static let answers: [(label: String, number: UInt32, answer: RelayAnswer)] = [
        ("started", 1, .started(Started(version: RelayProtocolVersion.current, timeSeconds: 2_000_000_000))),
        ("creation appended", 3, .appended(Appended(number: .first, head: Known.heads[1]))),
        ("opened", 4, .opened(Opened(last: .first, head: Known.heads[1]))),
        ("message appended", 5, .appended(Appended(number: EntryNumber(2), head: Known.heads[2]))),
        ("following", 6, .following(Following(last: EntryNumber(2)))),
        ("refused", 10, .refused(Refused(code: .parentHasCommit, detail: 9))),
        ("unknown request", 11, .refused(Refused(code: .unknownRequest, detail: 0))),
    ]

    private static let events: [(label: String, event: RelayEvent)] = [
        (
            "withheld",
            .withheld(
                WithheldEvent(room: Known.room, number: .first, reason: .notReadable, hash: Known.creationHash))
        ),
        ("entries", .entries(EntriesEvent(room: Known.room, number: EntryNumber(2), entry: Known.message))),
    ]

    private static func signature(seed: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        (try? Ed25519.SecretKey(seed: [UInt8](repeating: seed, count: 32)))?.signature(for: bytes) ?? []
    }
}
