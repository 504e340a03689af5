import Relay
import TestSupport
import Testing

struct TokenBucketTests {
    private let second: UInt64 = 1_000_000_000

    @Test func aBurstAndThenAsMuchAsTimeBrings() {
        var bucket = TokenBucket(perSecond: 10, burst: 25)
        let now: UInt64 = 5_000 * second
        for _ in 0..<25 { #expect(bucket.take(at: now) == nil) }
        #expect(bucket.take(at: now) == 1)
        #expect(!bucket.isFull(at: now))
        for _ in 0..<10 { #expect(bucket.take(at: now + second) == nil) }
        #expect(bucket.take(at: now + second) == 1)
        #expect(bucket.isFull(at: now + 4 * second))
        for _ in 0..<25 { #expect(bucket.take(at: now + 100 * second) == nil) }
        #expect(bucket.take(at: now + 100 * second) != nil)
    }

    @Test func noLimitAndNoTimeMakesItTrap() {
        for perSecond in [Int.min, 0, 1, Int.max] {
            for burst in [Int.min, 0, 1, Int.max] {
                var bucket = TokenBucket(perSecond: perSecond, burst: burst)
                for now in [0, 1, UInt64.max - 1, UInt64.max] { _ = bucket.take(at: now) }
                _ = bucket.take(at: 0)
            }
        }
    }

    @Test func neverMoreThanRateAndBurst() {
        var random = SeededRandom.announced()
        let (perSecond, burst) = (100, 1_000)
        var bucket = TokenBucket(perSecond: perSecond, burst: burst)
        var (now, taken) = (UInt64(1) << 40, 0)
        let began = now
        for _ in 0..<20_000 {
            now += UInt64.random(in: 0...9_000_000, using: &random)
            if bucket.take(at: now) == nil { taken += 1 }
        }
        let allowed = burst + Int((now - began) / (second / UInt64(perSecond)))
        #expect((allowed - 1...allowed).contains(taken))
    }
}
