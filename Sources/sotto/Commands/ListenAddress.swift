import Identity
import NIOCore

/// Where a relay listens: an IP address and a port, 0 for any free one.
struct ListenAddress: Sendable {
    let socketAddress: SocketAddress

    /// `1.2.3.4:48295`, `[::1]:48295`; without a port, 48295.
    init(_ text: String) throws(Failure) {
        let (host, port) = Self.split(text)
        guard let number = port.map({ Int(digits: $0[...]) }) ?? Int(RelayAddress.defaultPort),
            (0...65_535).contains(number),
            let address = try? SocketAddress(ipAddress: host, port: number)
        else {
            throw Failure(
                .wrongUsage, "--listen takes an IP address and a port, which \(Shell.quoted(text)) isn't.",
                mend: "For example: --listen 0.0.0.0:48295 --listen '[::]:48295'")
        }
        socketAddress = address
    }

    /// `[::1]:80` and the like, taken apart; nothing is checked.
    static func split(_ text: String) -> (host: String, port: String?) {
        guard let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") else {
            return (unbracketed(text), nil)
        }
        return (unbracketed(String(text[..<colon])), String(text[text.index(after: colon)...]))
    }

    private static func unbracketed(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }
}
