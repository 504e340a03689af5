/// Where a relay listens and, in an invite line, which key it must show: `HOST[:PORT]` or `sotto://HOST:PORT/KEY`.
///
/// A host is written in one way: names in lower case, IPv6 addresses as RFC 5952 says. So equal addresses are equal
/// values, and ``inviteLine`` reads back as the same address.
package struct RelayAddress: Hashable, Sendable {
    package static let defaultPort: UInt16 = 48295
    /// A name of 253 bytes, scheme, port and key fit; nothing is looked at beyond.
    package static let textByteCountMax = 512

    package let host: Host
    package let port: UInt16
    /// The key that must answer there; without one, meeting it is a first contact.
    package let relayKey: RelayKey?

    /// - Throws: ``RelayAddressError/badPort`` for port 0.
    package init(
        host: Host, port: UInt16 = defaultPort, relayKey: RelayKey? = nil
    ) throws(RelayAddressError) {
        guard port > 0 else { throw .badPort }
        self.host = host
        self.port = port
        self.relayKey = relayKey
    }

    /// Reads what a person gave. Nothing around it is forgiven, spaces neither.
    package init(_ text: String) throws(RelayAddressError) {
        guard text.utf8.count <= Self.textByteCountMax else { throw .tooLong }
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard !bytes.contains(UInt8(ascii: "#")) else { throw .roomLink }
        if bytes.starts(with: Self.scheme) {
            try self.init(afterScheme: bytes.dropFirst(Self.scheme.count))
        } else {
            guard !text.contains("://") else { throw .otherScheme }
            let (host, port) = try Self.hostAndPort(bytes[...])
            try self.init(host: host, port: port ?? Self.defaultPort)
        }
    }

    /// The same place, where this key must answer.
    package func pinned(to relayKey: RelayKey) -> RelayAddress {
        RelayAddress(host: host, port: port, pinnedTo: relayKey)
    }

    /// `HOST:PORT`, an IPv6 address in brackets.
    package var hostAndPort: String { "\(host.bracketed):\(port)" }

    /// `sotto://HOST:PORT/KEY`, if the key is known.
    package var inviteLine: String? {
        relayKey.map { "sotto://\(hostAndPort)/\(Base64URL.text(of: $0.bytes))" }
    }
}

extension RelayAddress {
    private static let scheme = Array("sotto://".utf8)

    private init(host: Host, port: UInt16, pinnedTo relayKey: RelayKey) {
        self.host = host
        self.port = port
        self.relayKey = relayKey
    }

    private init(afterScheme bytes: ArraySlice<UInt8>) throws(RelayAddressError) {
        let slash = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
        let (host, port) = try Self.hostAndPort(bytes[..<slash])
        guard let port else { throw .missingPort }
        let key = bytes[slash...].dropFirst()
        guard !key.isEmpty else { throw .missingKey }
        guard let decoded = Base64URL.bytes(of: key), let relayKey = RelayKey(decoded.span) else { throw .badKey }
        self.init(host: host, port: port, pinnedTo: relayKey)
    }

    private static func hostAndPort(_ bytes: ArraySlice<UInt8>) throws(RelayAddressError) -> (Host, UInt16?) {
        let hostEnd = try endOfHost(bytes)
        let host = try Host(bytes[..<hostEnd])
        guard hostEnd < bytes.endIndex else { return (host, nil) }
        guard let port = Decimal.value(of: bytes[(hostEnd + 1)...], max: 65_535), port > 0 else { throw .badPort }
        return (host, UInt16(port))
    }

    /// Where the colon before the port stands, or the end.
    private static func endOfHost(_ bytes: ArraySlice<UInt8>) throws(RelayAddressError) -> Int {
        let colon = UInt8(ascii: ":")
        guard bytes.first == UInt8(ascii: "[") else {
            let end = bytes.firstIndex(of: colon) ?? bytes.endIndex
            guard !bytes[end...].dropFirst().contains(colon) else { throw .missingBrackets }
            return end
        }
        guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { throw .badHost }
        guard bracket + 1 == bytes.endIndex || bytes[bracket + 1] == colon else { throw .badHost }
        return bracket + 1
    }
}
