import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// A timer that isn't cancelled holds its channel, which holds its loop, which holds the timer.
struct LeakTests {
    private func isFreed(_ make: () throws -> EmbeddedEnd) throws -> Bool {
        weak var channel: EmbeddedChannel?
        do {
            let end = try make()
            channel = end.channel
            end.channel.close(promise: nil)
            end.settle()
        }
        return channel == nil
    }

    private func pair(_ relay: Relay = Relay()) throws -> EmbeddedPair {
        EmbeddedPair(client: try .client(pin: relay.identity.relayKey), server: try .relay(relay))
    }

    @Test func freesAClientClosedDuringItsHandshake() throws {
        #expect(try isFreed { try .client(pin: nil) })
    }

    @Test func freesARelaysEndClosedDuringItsHandshake() throws {
        #expect(try isFreed { try .relay(Relay()) })
        #expect(
            try isFreed {
                let pair = try pair()
                pair.server.receive(pair.client.wire.take())
                return pair.server
            })
    }

    @Test func freesBothEndsOfALineThatStood() throws {
        for side in [\EmbeddedPair.client, \EmbeddedPair.server] {
            #expect(
                try isFreed {
                    let pair = try pair()
                    pair.exchange()
                    return pair[keyPath: side]
                })
        }
    }

    @Test func freesARelaysEndThatHasRefused() throws {
        #expect(
            try isFreed {
                let pair = try pair(Relay(refusing: .notAllowed))
                pair.exchange()
                return pair.server
            })
    }

    @Test func freesALineThatLingers() throws {
        #expect(
            try isFreed {
                let pair = try EmbeddedPair.lines()
                pair.server.trigger(.refuse(.stopping))
                return pair.server
            })
        #expect(
            try isFreed {
                let pair = try EmbeddedPair.lines()
                pair.client.trigger(.end)
                return pair.client
            })
    }

    @Test func givesItsPlaceBackForEachConnectionThatCloses() async throws {
        let relay = Relay()
        for _ in 0..<3 { _ = try isFreed { try .relay(relay) } }
        #expect(relay.gate.authenticatedCount == 0)
    }
}
