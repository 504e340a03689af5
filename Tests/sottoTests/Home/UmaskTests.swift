import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

/// A33. The umask belongs to the whole process: 000 does no harm to tests that run beside these, so they may; stranger
/// ones are tried in a process of their own.
@Suite(.serialized) struct UmaskTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("a/home")) } }

    private func expectPrivate() {
        #expect(!temporary.everything.isEmpty)
        for name in temporary.everything {
            #expect(temporary.mode(name) == (temporary.isFolder(name) ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test func makesEverythingPrivateUnderAnOpenUmask() throws {
        let before = umask(0)
        defer { umask(before) }
        let relay = try RelayHome(home)
        let client = try ClientHome(home, name: DisplayName("Ann"))
        try client.pin(relay.publicKey, to: RelayAddress("relay.example"))
        #expect(temporary.everything.count == 13)
        expectPrivate()
    }

    @Test func keepsEverythingPrivateWhenItIsReplaced() throws {
        let before = umask(0)
        defer { umask(before) }
        do { _ = try ClientHome(home, name: DisplayName("Ann")) }
        let client = try ClientHome(home, name: DisplayName("Bob"))
        try client.pin(RelayKey(X25519.SecretKey().publicKey), to: RelayAddress("relay.example"))
        try client.pin(RelayKey(X25519.SecretKey().publicKey), to: RelayAddress("other.example"))
        expectPrivate()
    }

    @Test(.disabled(if: BuiltProgram.isMissing, "no built program beside the tests"), arguments: ["0", "077", "0777"])
    func makesEverythingPrivateInAProcessWithThisUmask(_ mask: String) throws {
        for command in ["host", "server"] {
            let relay = try BuiltProgram(
                [command, "--home", home.path, "--listen", "127.0.0.1:0", "--json"], after: "umask \(mask)")
            #expect(relay.firstLine() != nil)
            expectPrivate()
        }
    }
}
