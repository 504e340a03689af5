import Identity
import Testing

@Suite struct RelayAddressTests {
    @Test(arguments: [
        ("example.org", "example.org", 48295), ("example.org:1", "example.org", 1), ("a:65535", "a", 65_535),
        ("Example.ORG:443", "example.org", 443), ("localhost", "localhost", 48295), ("x-1.9a", "x-1.9a", 48295),
        ("127.0.0.1", "127.0.0.1", 48295), ("255.255.255.255:80", "255.255.255.255", 80), ("[::1]", "::1", 48295),
        ("[::]:7", "::", 7), ("[2001:DB8:0:0:1:0:0:1]:443", "2001:db8::1:0:0:1", 443),
        ("[::ffff:192.0.2.1]", "::ffff:c000:201", 48295),
    ])
    func anAddressIsRead(text: String, host: String, port: UInt16) throws {
        let address = try RelayAddress(text)
        #expect(address.host.text == host)
        #expect(address.port == port)
        #expect(address.relayKey == nil)
        #expect(address.inviteLine == nil)
        #expect(try RelayAddress(address.hostAndPort) == address)
        #expect(try RelayAddress.Host(address.host.bracketed) == address.host)
    }

    @Test(
        arguments: [
            ("", .empty), (" ", .badHost), ("example.org ", .badHost), (":80", .badHost), ("a..b", .badHost),
            (".a", .badHost), ("a.", .badHost), ("-a", .badHost), ("a-", .badHost), ("a_b", .badHost),
            ("a b", .badHost),
            ("bücher.example", .badHost), ("a%25", .badHost), ("user@host", .badHost), ("a/b", .badHost),
            ("a\u{0}", .badHost), ("a\n", .badHost), ("\u{1B}[2J", .badHost),
            ("1.2.3", .badHost), ("127.1", .badHost), ("2130706433", .badHost), ("0x7f000001", .badHost),
            ("a.0X1", .badHost),
            ("256.0.0.1", .badHost), ("01.2.3.4", .badHost), ("1.2.3.4.5", .badHost), ("1.2.3.", .badHost),
            ("::1", .missingBrackets), ("fe80::1:80", .missingBrackets), ("a:1:2", .missingBrackets),
            ("[", .badHost), ("[]", .badHost), ("[::1", .badHost), ("[::1]x", .badHost), ("[::1]80", .badHost),
            ("[:::]", .badHost), ("[1::2::3]", .badHost), ("[1:2:3:4:5:6:7]", .badHost),
            ("[1:2:3:4:5:6:7:8:9]", .badHost),
            ("[1:2:3:4:5:6:7:8::]", .badHost), ("[::12345]", .badHost), ("[::g]", .badHost),
            ("[fe80::1%eth0]", .badHost),
            ("[1.2.3.4]", .badHost), ("[::1.2.3.4.5]", .badHost), ("[1.2.3.4::]", .badHost),
            ("[example.org]", .badHost),
            ("a:", .badPort), ("a:0", .badPort), ("a:65536", .badPort), ("a:080", .badPort), ("a:+80", .badPort),
            ("a:-1", .badPort), ("a:8O", .badPort), ("a:99999999999999999999", .badPort), ("a: 80", .badPort),
            ("a:٣", .badPort), ("[::1]:", .badPort), ("http://a", .otherScheme), ("Sotto://a:1/k", .otherScheme),
            ("://", .otherScheme), ("a:80#lobby.secret", .roomLink), ("a#", .roomLink),
        ] as [(String, RelayAddressError)])
    func whatIsNoAddressIsRefused(text: String, error: RelayAddressError) {
        #expect(throws: error) { try RelayAddress(text) }
    }

    @Test func labelsAndNamesHaveLimits() throws {
        let label = String(repeating: "a", count: 63)
        _ = try RelayAddress(label)
        #expect(throws: RelayAddressError.badHost) { try RelayAddress(label + "a") }
        let name = [label, label, label, String(label.dropLast(2))].joined(separator: ".")
        #expect(name.utf8.count == RelayAddress.Host.nameByteCountMax)
        _ = try RelayAddress(name)
        #expect(throws: RelayAddressError.badHost) { try RelayAddress(name + "a") }
    }

    @Test func textsHaveALimit() {
        #expect(throws: RelayAddressError.badHost) { try RelayAddress(String(repeating: "a", count: 512)) }
        #expect(throws: RelayAddressError.tooLong) { try RelayAddress(String(repeating: "a", count: 513)) }
        #expect(throws: RelayAddressError.tooLong) { try RelayAddress.Host(String(repeating: "a", count: 513)) }
    }

    @Test func portZeroIsNoPort() throws {
        let host = try RelayAddress.Host("a")
        #expect(throws: RelayAddressError.badPort) { try RelayAddress(host: host, port: 0) }
        #expect(try RelayAddress(host: host).port == RelayAddress.defaultPort)
    }
}
