import Sodium
import Synchronization
import TestSupport

/// A source of random bytes that come again from the same seed.
final class SeededSource: Sendable {
    private let random: Mutex<SeededRandom>

    init(seed: UInt64) { random = Mutex(SeededRandom(seed: seed)) }

    var source: RandomSource {
        RandomSource { [self] output in
            for index in output.indices {
                output[index] = random.withLock { UInt8(truncatingIfNeeded: $0.next()) }
            }
        }
    }
}
