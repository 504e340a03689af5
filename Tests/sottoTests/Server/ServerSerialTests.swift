import Foundation
import Identity
import NIOCore
import SecureChannel
import Testing

@testable import sotto

extension ProgramTests {
    /// A5b at the built program: a newer line certificate ends the older ones, whatever happens to the relay.
    @Suite struct ServerSerialTests {
        private let temporary = TemporaryFolder()
        private let ann = Person("Ann")
        private var home: String { temporary.path("relay") }

        /// Whether a line with this certificate gets as far as asked.
        private func isServed(_ server: RunningServer, serial: UInt64, starting: Bool = true) throws -> Bool {
            let line = try RawLine.shakeHands(server.port, as: ann, serial: serial, relay: server.key())
            guard try line.next(within: 20)?.kind == .accepted else { return false }
            guard starting else { return true }
            // start, request 7, version 1; answered by started
            try line.send([LineMessage(kind: MessageKind(rawValue: 32), body: ByteBuffer(bytes: [0, 0, 0, 7, 0, 1]))])
            return try line.next(within: 20)?.kind.rawValue == 98
        }

        @Test func anOlderCertificateIsRefusedAfterTheRelayHasEndedHoweverThatWas() throws {
            let first = try RunningServer(home: home)
            #expect(try isServed(first, serial: 2))
            #expect(try !isServed(first, serial: 1))
            first.program.killNow()
            let second = try RunningServer(home: home)
            #expect(try !isServed(second, serial: 1))
            #expect(try isServed(second, serial: 3))
            #expect(second.end() == 0)
            let third = try RunningServer(home: home)
            #expect(try !isServed(third, serial: 2))
            #expect(try isServed(third, serial: 3))
            #expect(third.end() == 0)
            #expect(!temporary.everything.contains("relay/relay/serials"))
        }

        /// A login alone is on no disk yet: what the answer to the start means, it doesn't.
        @Test func aCertificateThatHasStartedNothingIsForgottenWithTheRelay() throws {
            let first = try RunningServer(home: home)
            #expect(try isServed(first, serial: 2, starting: false))
            #expect(try !isServed(first, serial: 1))
            first.program.killNow()
            let second = try RunningServer(home: home)
            #expect(try isServed(second, serial: 1))
            #expect(second.end() == 0)
        }
    }
}
