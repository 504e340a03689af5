import NIOCore

/// The name under which an address's connections are counted: the whole of an IPv4 address, the /64 of an IPv6 one,
/// for that is the least which one customer is given.
enum AddressGroup {
    static func name(of address: SocketAddress?) -> String {
        guard let address, let text = address.ipAddress else { return "local" }
        guard case .v6 = address else { return text }
        return name(ofIPv6: text)
    }

    static func name(ofIPv6 text: String) -> String {
        // An IPv4 caller on a socket that takes both.
        if let mapped = text.split(separator: ":").last, mapped.contains(".") { return String(mapped) }
        let halves = text.split(separator: "%", maxSplits: 1)[0].components(separatedBy: "::")
        let head = halves[0].split(separator: ":").map(String.init)
        let tail = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
        let zeros = [String](repeating: "0", count: max(0, 8 - head.count - tail.count))
        return (head + zeros + tail).prefix(4).joined(separator: ":") + "::/64"
    }
}

extension Substring {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [self[..<range.lowerBound], self[range.upperBound...]]
    }
}
