import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@testable import SecureChannel

/// A5: keys with which every secret is zero, so that nobody needs to know one.
@Suite(.blocking, .timeLimit(.minutes(2)))
struct LowOrderAttackTests {
    @Test func areAsManyAsPublished() {
        #expect(LowOrder.points.count == 14)
        #expect(LowOrderKeys.wycheproof.isEmpty || LowOrderKeys.wycheproof.count == 31)
        let line = X25519.SecretKey()
        for key in LowOrderKeys.all {
            #expect(throws: SodiumError.zeroSharedSecret) {
                _ = try line.sharedSecret(with: X25519.PublicKey(key))
            }
        }
    }

    @Test(arguments: AttackedRelay.kinds) func getNoAnswerAsAnEphemeralKey(kind: AttackedRelay.Kind) async throws {
        try await AttackedRelay.run(kind) { relay in
            for key in LowOrderKeys.all {
                let socket = try #require(RawSocket(to: relay.port))
                var forger = Forger()
                socket.send(RawLine.framed(forger.message1(ephemeral: key, mac1: Mac1(relayKey: relay.key))))
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0, "\(key)")
            }
            let took = try relay.honestDeed()
            #expect(took < AttackForm.atOnce)
        }
    }

    /// Everything else in message 3 is right: a relay that didn't look would open it.
    @Test(arguments: AttackedRelay.kinds) func getNoSessionAsAStaticKey(kind: AttackedRelay.Kind) async throws {
        try await AttackedRelay.run(kind) { relay in
            for key in LowOrderKeys.all {
                let socket = try #require(RawSocket(to: relay.port))
                var forger = Forger()
                socket.send(RawLine.framed(forger.message1(mac1: Mac1(relayKey: relay.key))))
                try forger.read(message2: Array(try #require(socket.read(98)).dropFirst(2)))
                let message3 = try forger.message3(
                    staticKey: key, secret: SecretBytes(copying: [UInt8](repeating: 0, count: 32)),
                    hello: try hello(certifying: key))
                socket.send(RawLine.framed(message3))
                #expect(socket.bytesUntilClosed(within: AttackForm.closingSeconds) == 0, "\(key)")
            }
            #expect(try relay.servedCount == 0)
        }
    }

    private func hello(certifying key: [UInt8]) throws -> [UInt8] {
        let person = Person()
        let certificate = LineCertificate.issue(
            device: person.device, lineKey: try #require(LineKey(key)),
            identityKey: IdentityKey(person.identity.publicKey), serial: DeviceSerial(1))
        return try Hello(credential: person.hello().credential, certificate: certificate).encoded
    }
}
