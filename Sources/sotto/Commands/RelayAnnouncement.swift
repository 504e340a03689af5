import Chat
import Identity
import NIOCore
import RelayProtocol
import Terminal

/// What a relay says when it has begun to listen: where, and who it is.
struct RelayAnnouncement {
    let relayKey: RelayKey
    let addresses: [SocketAddress]

    /// For whoever talks at this relay too.
    var ofHost: ConsoleLine { ConsoleLine(heading, object: object) }

    /// The very command for others; and, where there is a screen for it, the link for a phone to read.
    static func invitation(
        _ link: RoomLinkAddress, to name: DisplayName, room: RoomID, picture: QRPicture?
    ) -> ConsoleLine {
        let command = StyledText(whole: DisplayText("sotto client " + link.text), .green)
        return ConsoleLine(
            (picture?.lines ?? []) + [
                StyledText(DisplayText("Others come into #\(name.text) by this link, which is a secret:")), command,
            ],
            object: JSONObject([
                "event": "invitation", "room": .string(room.text), "name": .string(name.text),
                "link": .string(link.text),
            ]))
    }

    /// For whoever keeps it for others.
    var ofServer: ConsoleLine {
        ConsoleLine(heading + [StyledText(DisplayText("invite line  " + invite), .green)], object: object)
    }

    /// For programs: scripts rely on its fields.
    var object: JSONObject {
        JSONObject([
            "event": "listening", "address": .string(place), "fingerprint": .string(fingerprint),
            "invite": .string(invite),
        ])
    }

    private var heading: [StyledText] {
        [
            StyledText(DisplayText("Sotto listens on " + place), .bold),
            StyledText(DisplayText("fingerprint  " + fingerprint)),
        ]
    }

    private var fingerprint: String { Fingerprint(of: relayKey).text }
    private var invite: String { reachable?.inviteLine ?? "" }

    var place: String { Self.place(of: addresses) }

    static func place(of addresses: [SocketAddress]) -> String {
        addresses.map { address in
            let host = address.ipAddress ?? "?"
            return "\(host.contains(":") ? "[\(host)]" : host):\(address.port ?? 0)"
        }.joined(separator: ", ")
    }

    /// The first address that others can dial: where the relay listens on all, the first that this machine has.
    var reachable: RelayAddress? {
        guard let first = addresses.first, let port = first.port, let host = first.ipAddress else { return nil }
        let name = host == "0.0.0.0" || host == "::" ? Self.ownAddress(like: first) ?? "localhost" : host
        let bracketed = name.contains(":") ? "[\(name)]" : name
        return (try? RelayAddress("\(bracketed):\(port)"))?.pinned(to: relayKey)
    }

    /// The first address, for who is on this machine.
    var nearby: RelayAddress? {
        guard let first = addresses.first, let port = first.port, let host = first.ipAddress else { return nil }
        let name = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
        let bracketed = name.contains(":") ? "[\(name)]" : name
        return (try? RelayAddress("\(bracketed):\(port)"))?.pinned(to: relayKey)
    }

    private static func ownAddress(like address: SocketAddress) -> String? {
        let devices = (try? System.enumerateDevices()) ?? []
        let texts = devices.compactMap(\.address).filter { $0.protocol == address.protocol }.compactMap(\.ipAddress)
        return texts.first { !$0.hasPrefix("127.") && $0 != "::1" && !$0.hasPrefix("fe80") }
    }
}
