import NIOCore
import TestSupport
import Testing

@testable import SecureChannel

struct BackoffTests {
    @Test func doublesItsCeilingToAMinuteAndDrawsFromItsUpperHalf() {
        var random = SeededRandom.announced()
        var backoff = Backoff()
        let ceilings: [Int64] = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]
        for ceiling in ceilings {
            let wait = backoff.next(using: &random).nanoseconds / 1_000_000
            #expect((ceiling / 2...ceiling).contains(wait))
        }
        backoff.reset()
        #expect(backoff.next(using: &random).nanoseconds <= 500_000_000)
    }

    @Test func isNotTheSameForEverybody() {
        let waits = (0..<64).map { _ in
            var backoff = Backoff()
            return backoff.next().nanoseconds
        }
        #expect(Set(waits).count > 8)
    }
}
