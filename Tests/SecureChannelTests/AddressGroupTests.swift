import NIOCore
import Testing

@testable import SecureChannel

struct AddressGroupTests {
    private func name(_ text: String) throws -> String {
        AddressGroup.name(of: try SocketAddress(ipAddress: text, port: 1))
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("127.0.0.1", "127.0.0.1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8::1", "2001:db8:0:0::/64"),
        ("2001:db8:0:0:1::", "2001:db8:0:0::/64"),
        ("2001:db8:1::", "2001:db8:1:0::/64"),
        ("::1", "0:0:0:0::/64"), ("::", "0:0:0:0::/64"),
        ("1::2:3:4:5:6:7", "1:0:2:3::/64"), ("1:2:3:4::", "1:2:3:4::/64"),
    ])
    func isTheWholeOfAnIPv4AddressAndTheHalfOfAnIPv6One(address: String, group: String) throws {
        #expect(try name(address) == group)
    }

    @Test func holdsAllOfOneNetworkAndNoneOfTheNext() throws {
        #expect(try name("2001:db8:1:2::1") == name("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        #expect(try name("2001:db8:1:2::1") != name("2001:db8:1:3::1"))
    }

    @Test func bearsANameOfItsOwnForWhoHasNoAddress() throws {
        #expect(AddressGroup.name(of: nil) == "local")
        #expect(AddressGroup.name(of: try SocketAddress(unixDomainSocketPath: "/tmp/x")) == "local")
    }
}
