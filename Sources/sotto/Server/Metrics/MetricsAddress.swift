import NIOCore

/// Where a relay answers whoever measures it: `9100` on loopback, `127.0.0.1:9100`, `[::1]:9100`, or another address
/// if somebody says so.
struct MetricsAddress: Sendable {
    let socketAddress: SocketAddress

    static let words = "a port, or an IP address and a port; for example 9100"

    init?(_ text: String) {
        let parts = text.utf8.contains(UInt8(ascii: ":")) ? ListenAddress.split(text) : ("127.0.0.1", text)
        guard let port = parts.port.flatMap({ Int(digits: $0[...]) }), port <= 65_535,
            let address = try? SocketAddress(ipAddress: parts.host, port: port)
        else { return nil }
        socketAddress = address
    }

    /// Whether nobody but this machine can ask.
    var isLoopback: Bool {
        let host = socketAddress.ipAddress ?? ""
        return host.hasPrefix("127.") || host == "::1"
    }
}
