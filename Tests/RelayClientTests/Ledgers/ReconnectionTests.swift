import Identity
import NIOCore
import RelayClient
import SecureChannel
import Sodium
import Testing

struct ReconnectionTests {
    private static let key = RelayKey(X25519.SecretKey().publicKey)

    @Test(arguments: [
        LineError.refused(.notAllowed), .refused(.version), .unusableKey,
        .relayKeyChanged(pinned: key, presented: key),
    ])
    func whatDiallingAgainCantMendIsTheEnd(_ error: LineError) {
        var reconnection = Reconnection()
        #expect(reconnection.ended(error, at: .uptimeNanoseconds(0)) == .never(error))
    }

    @Test(arguments: [
        LineError.refused(.stopping), .refused(.overLimit), .lost, .silent, .deadline, .unreachable, .malformed,
        .doesNotOpen, .helloRefused,
    ])
    func anythingElseIsTriedAgain(_ error: LineError) {
        var reconnection = Reconnection()
        guard case .again = reconnection.ended(error, at: .uptimeNanoseconds(0)) else {
            Issue.record("gives up")
            return
        }
    }

    @Test func lineAfterLineThatEndsAtOnceMakesTheWaitsLong() {
        var reconnection = Reconnection()
        var time = NIODeadline.uptimeNanoseconds(0)
        for _ in 0..<10 {
            reconnection.stands(at: time)
            time = time + RelayClientLimits.longStanding - .nanoseconds(1)
            _ = reconnection.ended(.lost, at: time)
        }
        #expect(pause(of: &reconnection, at: time) >= .seconds(30))
    }

    @Test func aLineThatStoodLongMakesThemShortOnce() {
        var reconnection = Reconnection()
        for _ in 0..<10 { _ = reconnection.ended(.unreachable, at: .uptimeNanoseconds(0)) }
        reconnection.stands(at: .uptimeNanoseconds(0))
        let end = NIODeadline.uptimeNanoseconds(0) + RelayClientLimits.longStanding
        #expect(pause(of: &reconnection, at: end) <= .milliseconds(500))
        // That it stood doesn't count for the attempts that follow.
        for _ in 0..<10 { _ = reconnection.ended(.unreachable, at: end + .hours(1)) }
        #expect(pause(of: &reconnection, at: end + .hours(1)) >= .seconds(30))
    }

    private func pause(of reconnection: inout Reconnection, at time: NIODeadline) -> TimeAmount {
        guard case .again(let pause) = reconnection.ended(.lost, at: time) else { return .zero }
        return pause
    }
}
