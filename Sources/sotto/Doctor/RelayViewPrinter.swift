import Chat
import Identity
import RelayProtocol
import Terminal

/// What a relay sees of a room, on standard output.
struct RelayViewPrinter {
    private let options: GlobalOptions
    private let relay: RelayAddress

    init(_ options: GlobalOptions, _ relay: RelayAddress) { (self.options, self.relay) = (options, relay) }

    func print(_ account: RelayAccountView) {
        let account = (
            identity: Fingerprint(of: account.identity).text, device: Fingerprint(of: account.device).text,
            name: account.name
        )
        guard options.json else {
            return StandardOutput.print(
                """
                The relay at \(relay.hostAndPort) sees of you
                  your name        \(DisplayText(account.name).text)
                  identity         \(account.identity)
                  device           \(account.device)
                  your addresses, when you are there, and whose names and key packages you ask for
                """)
        }
        StandardOutput.print(
            JSONObject([
                "event": "account", "relay": .string(relay.hostAndPort), "name": .string(account.name),
                "identity": .string(account.identity), "device": .string(account.device),
            ]).line)
    }

    func print(_ view: RelayView) {
        if options.json { return StandardOutput.print(object(of: view).line) }
        for line in lines(of: view) { StandardOutput.print(line) }
    }

    private func lines(of view: RelayView) -> [String] {
        var lines = ["and of the room \(view.room.text)"]
        lines.append(
            "  entries          \(view.entryCount): " + kinds(view).map { "\($0.1) \($0.0)" }.joined(separator: ", "))
        if let seconds = view.seconds {
            let (first, last) = (UTCTime(seconds: seconds.lowerBound), UTCTime(seconds: seconds.upperBound))
            lines.append("  with their times; they came here from \(first.minutes) to \(last.minutes)")
        }
        for (size, count) in view.sizes.sorted(by: { $0.key < $1.key }) {
            lines.append("  messages         \(count) of up to \(size) bytes")
        }
        for (device, count) in devices(view) { lines.append("  device           \(device)  put \(count) there") }
        if let key = view.accessKey {
            lines.append(
                "  opened with      \(Base64URL.text(of: key.bytes)), from entry \(view.epochBegan.rawValue) on")
        }
        if view.linkCount > 0 { lines.append("  invite links     \(view.linkCount), and when they end") }
        return lines + ["  not what is said, what it is called, who is a member"]
    }

    private func object(of view: RelayView) -> JSONObject {
        var object = JSONObject([
            "event": "room", "relay": .string(relay.hostAndPort), "room": .string(view.room.text),
            "entries": .number(Int(clamping: view.entryCount)), "links": .number(view.linkCount),
        ])
        for (kind, count) in kinds(view) { object.add(kind, .number(count)) }
        object.add(
            "sizes", .list(view.sizes.sorted { $0.key < $1.key }.map { .list([.number($0.key), .number($0.value)]) }))
        object.add("devices", .list(devices(view).map { .list([.string($0.0), .number($0.1)]) }))
        if let seconds = view.seconds {
            object.add("firstSeenAt", .number(Int(clamping: seconds.lowerBound)))
            object.add("lastSeenAt", .number(Int(clamping: seconds.upperBound)))
        }
        if let key = view.accessKey {
            object.add("accessKey", .string(Base64URL.text(of: key.bytes)))
            object.add("epochBegan", .number(Int(clamping: view.epochBegan.rawValue)))
        }
        return object
    }

    private func kinds(_ view: RelayView) -> [(String, Int)] {
        RelayView.Kind.allCases.compactMap { kind in view.kinds[kind].map { (kind.rawValue, $0) } }
    }

    private func devices(_ view: RelayView) -> [(String, Int)] {
        view.devices.map { (Fingerprint(of: $0.key).text, $0.value) }.sorted { $0.0 < $1.0 }
    }
}
