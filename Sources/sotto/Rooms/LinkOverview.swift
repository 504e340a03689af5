import Chat
import Identity
import RelayProtocol

/// A room's invite link in a list. Its secret isn't in it: nobody keeps that.
struct LinkOverview: Sendable {
    private let link: RoomLink
    private let useCount: UInt32
    private let maker: String?

    init(_ link: RoomLink, in state: RoomState) {
        self.link = link
        useCount = state.lastUse(of: link)
        maker = state.members.first { $0.identity.isSame(as: link.maker) }?.credential.name.text
    }

    static func id(of link: RoomLink) -> String { Base64URL.text(of: link.key.bytes) }

    func show(on output: any CommandOutput) {
        let now = UInt64(SystemClock.millisecondsSince1970 / 1_000)
        output.show(line(now: now), object)
    }

    private func line(now: UInt64) -> String {
        let end = link.expiresAtSeconds > now ? "ends in \(Self.span(link.expiresAtSeconds - now))" : "has ended"
        let by = maker ?? Fingerprint(of: link.maker).text
        return "\(Self.id(of: link))  used \(useCount) of \(link.usesAllowed)  \(end)  by \(by)"
    }

    private var object: JSONObject {
        JSONObject([
            "id": .string(Self.id(of: link)), "uses": .number(Int(clamping: useCount)),
            "usesAllowed": .number(Int(clamping: link.usesAllowed)),
            "expiresAt": .number(Int(clamping: link.expiresAtSeconds)),
            "maker": .string(Fingerprint(of: link.maker).text),
        ])
    }

    /// In the largest unit that is there.
    private static func span(_ seconds: UInt64) -> String {
        switch seconds {
        case 172_800...: "\(seconds / 86_400) days"
        case 7_200...: "\(seconds / 3_600) hours"
        default: "\(max(1, seconds / 60)) min"
        }
    }
}
