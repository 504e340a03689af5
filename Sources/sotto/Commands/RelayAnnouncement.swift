import Identity
import NIOCore
import Terminal

/// What a relay says when it has begun to listen: where, and who it is.
struct RelayAnnouncement {
    let relayKey: RelayKey
    let addresses: [SocketAddress]

    /// For whoever talks at this relay: the very command for the other person.
    var ofHost: ConsoleLine {
        let command = StyledText(DisplayText("  sotto client " + invite), .green)
        return ConsoleLine(heading + ["The other person runs:", command], object: object)
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
    private var reachable: RelayAddress? {
        guard let first = addresses.first, let port = first.port, let host = first.ipAddress else { return nil }
        let name = host == "0.0.0.0" || host == "::" ? Self.ownAddress(like: first) ?? "localhost" : host
        let bracketed = name.contains(":") ? "[\(name)]" : name
        return (try? RelayAddress("\(bracketed):\(port)"))?.pinned(to: relayKey)
    }

    private static func ownAddress(like address: SocketAddress) -> String? {
        let devices = (try? System.enumerateDevices()) ?? []
        let texts = devices.compactMap(\.address).filter { $0.protocol == address.protocol }.compactMap(\.ipAddress)
        return texts.first { !$0.hasPrefix("127.") && $0 != "::1" && !$0.hasPrefix("fe80") }
    }
}
