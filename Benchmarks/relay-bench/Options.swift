import Identity

/// What was asked for on the command line: the words are relayload's.
struct Options {
    enum Mode: String { case fan, ping, idle, appends, acknowledge, fill, read }

    static let usage = """
        usage: relay-bench --relay sotto://HOST:PORT/KEY --pid PID --mode fan|ping|idle|appends|acknowledge|fill|read
                           [--subs N] [--window N] [--msgs N] [--size BYTES] [--conns N] [--gap SECONDS]
                           [--room NAME]
        """

    private(set) var relay: RelayAddress
    private(set) var pid = 0
    private(set) var mode = Mode.fan
    private(set) var subs = 1
    private(set) var window = 64
    private(set) var msgs = 10_000
    private(set) var size = 100
    private(set) var conns = 16
    private(set) var gapSeconds = 0.002
    /// What a room of `fill` is called, so that `read` finds it again.
    private(set) var room = "room"

    init?(_ arguments: some Sequence<String>) {
        var values: [String: String] = [:]
        var rest = arguments.makeIterator()
        while let name = rest.next() {
            guard name.hasPrefix("--"), let value = rest.next() else { return nil }
            values[String(name.dropFirst(2))] = value
        }
        guard let relay = values.removeValue(forKey: "relay").flatMap({ try? RelayAddress($0) }), relay.relayKey != nil,
            let mode = values.removeValue(forKey: "mode").flatMap(Mode.init(rawValue:))
        else { return nil }
        (self.relay, self.mode) = (relay, mode)
        for (name, value) in values {
            switch (name, Int(value), Double(value)) {
            case ("room", _, _): room = value
            case ("pid", let number?, _): pid = number
            case ("subs", let number?, _): subs = number
            case ("window", let number?, _): window = number
            case ("msgs", let number?, _): msgs = number
            case ("size", let number?, _): size = number
            case ("conns", let number?, _): conns = number
            case ("gap", _, let seconds?): gapSeconds = seconds
            default: return nil
            }
        }
    }
}
