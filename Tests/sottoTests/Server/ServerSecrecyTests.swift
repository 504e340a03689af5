import Foundation
import Identity
import NIOCore
import SecureChannel
import Sodium
import Testing

@testable import sotto

extension ProgramTests {
    /// A34, as far as a relay's words go: at its greatest verbosity it tells nobody's name or key.
    @Suite struct ServerSecrecyTests {
        private let temporary = TemporaryFolder()

        /// The forms in which a key may come out.
        private func forms(of bytes: [UInt8]) -> [String] {
            let hex = bytes.map { String(format: "%02x", $0) }.joined()
            return [hex, hex.uppercased(), Data(bytes).base64EncodedString().replacing("=", with: ""), "\(bytes)"]
        }

        private func secrets(of person: Person) -> [String] {
            let keys = [
                person.identity.publicKey.bytes, person.device.publicKey.bytes, person.line.publicKey.bytes,
                person.hello().encoded,
            ]
            let fingerprint = person.fingerprint.text
            let digits = fingerprint.filter { $0 != " " }
            return keys.flatMap { forms(of: $0) } + [
                person.name.text, fingerprint, String(fingerprint.prefix(14)), String(digits.prefix(9)),
            ]
        }

        @Test(arguments: [["--log-level", "trace"], ["-v"]]) func tellsNobodysNameOrKey(options: [String]) throws {
            let ann = Person("Zoë of the logs")
            temporary.write(Array(ann.fingerprint.text.utf8), to: "allowed")
            let server = try RunningServer(
                home: temporary.path("relay"), options + ["--allow", temporary.path("allowed")])
            let stranger = Person("Yves of the logs")
            let line = try server.dial(as: ann)
            try line.send([LineMessage(kind: .ping)])
            _ = try line.next(within: 20)
            _ = try RawLine.shakeHands(server.port, as: stranger, relay: server.key()).next(within: 20)
            let garbage = try #require(RawSocket(to: server.port))
            garbage.send([UInt8](repeating: 0, count: 1_000))
            temporary.write([], to: "allowed")
            server.signal(SIGHUP)
            _ = try line.next(within: 20)
            line.socket.endOutput()
            #expect(server.logged("the allow list was read again") != nil)
            #expect(server.end() == 0)
            let said = server.program.errors.whole() + server.program.output.whole()
            for secret in secrets(of: ann) + secrets(of: stranger) { #expect(!said.contains(secret), "\(secret)") }
            let relay = try #require(temporary.read("relay/relay/relay.key")).dropFirst(18).prefix(32)
            for secret in forms(of: Array(relay)) { #expect(!said.contains(secret)) }
            #expect(temporary.mode("relay/relay/relay.sqlite") == 0o600)
        }
    }
}
