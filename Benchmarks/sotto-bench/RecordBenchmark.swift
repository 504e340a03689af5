import Identity
import SecureChannel
import Sodium

/// Sealing and opening a record in place, against the same loop on libsodium's own calls.
enum RecordBenchmark {
    private static let sizesAndGoals = [(64, 0.90), (1_024, 0.97), (16_384, 0.97)]

    static func run(rounds count: Int, report: Report) async throws {
        for (byteCount, goal) in sizesAndGoals {
            let layout = RecordLayout(plaintextByteCount: byteCount)
            let loops: [any RecordLoop] = [
                RawLoop(layout),
                CipherStateLoop(layout, pair: try .random()),
                RecordCipherLoop(layout, pair: try .random()),
            ]
            let verbs = [
                ("seal", loops.map { $0.sealing(layout) }), ("open", loops.map { $0.opening(layout) }),
            ]
            for (verb, contenders) in verbs {
                let rounds = try await Rounds.measure(contenders, count: count)
                for (index, name) in [(1, "CipherState"), (2, "RecordCipher")] {
                    try report.show(
                        Figure(
                            "\(verb), \(name)", byteCount: byteCount, floor: "libsodium", rounds: rounds,
                            floorParts: [0], contender: index, goal: goal,
                            allocations: try await contenders[index].allocations(), allocationsGoal: 0))
                }
            }
        }
    }
}

extension Pair {
    static func random() throws -> Pair {
        let relay = X25519.SecretKey()
        return try shakeHands(
            initiator: X25519.SecretKey(), responder: relay, mac1: Mac1(relayKey: RelayKey(relay.publicKey)),
            payload: [])
    }
}
