import Identity
import NIOCore
import Terminal

/// What a host says when it has begun to listen: who it is, and the very command for the other person.
struct HostAnnouncement {
    let relayKey: RelayKey
    let addresses: [SocketAddress]

    var line: ConsoleLine {
        let fingerprint = Fingerprint(of: relayKey).text
        let place = addresses.map { "\($0.ipAddress ?? "?"):\($0.port ?? 0)" }.joined(separator: ", ")
        let invite = reachable?.inviteLine ?? ""
        return ConsoleLine(
            [
                StyledText(DisplayText("Sotto listens on " + place), .bold),
                StyledText(DisplayText("fingerprint  " + fingerprint)),
                "The other person runs:",
                StyledText(DisplayText("  sotto client " + invite), .green),
            ],
            object: JSONObject([
                "event": "listening", "address": .string(place), "fingerprint": .string(fingerprint),
                "invite": .string(invite),
            ]))
    }

    /// The first address that others can dial: where the host listens on all, the first that this machine has.
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
