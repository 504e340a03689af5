import CSodium
import Identity
import SecureChannel
import Sodium

/// The line's handshake, both ends, against its bare arithmetic: 2 key generations and 6 Diffie-Hellmans.
enum HandshakeBenchmark {
    private static let handshakeCount = 20
    private static let goal = 0.85
    /// As long as a hello with a short name.
    private static let helloByteCount = 320

    static func run(rounds count: Int, report: Report) async throws {
        let contenders = [arithmetic(), handshakes()]
        let rounds = try await Rounds.measure(contenders, count: count)
        try report.show(
            Figure(
                "XX handshake, both ends", floor: "arithmetic", rounds: rounds, floorParts: [0], contender: 1,
                goal: goal, allocations: try await contenders[1].allocations()))
    }

    private static func handshakes() -> Contender {
        let (client, relay) = (X25519.SecretKey(), X25519.SecretKey())
        let mac1 = Mac1(relayKey: RelayKey(relay.publicKey))
        let hello = [UInt8](repeating: 0, count: helloByteCount)
        return Contender(operationCount: handshakeCount) {
            try CPUTime.of {
                for _ in 0..<handshakeCount {
                    _ = try Pair.shakeHands(initiator: client, responder: relay, mac1: mac1, payload: hello)
                }
            }
        }
    }

    private static func arithmetic() -> Contender {
        Contender(operationCount: handshakeCount) {
            var secret = [UInt8](repeating: 0, count: 32)
            var publicKey = [UInt8](repeating: 0, count: 32)
            var shared = [UInt8](repeating: 0, count: 32)
            return CPUTime.of {
                for _ in 0..<handshakeCount {
                    for _ in 0..<2 {
                        randombytes_buf(&secret, 32)
                        _ = crypto_scalarmult_base(&publicKey, secret)
                    }
                    for _ in 0..<6 { _ = crypto_scalarmult(&shared, secret, publicKey) }
                }
            }
        }
    }
}
