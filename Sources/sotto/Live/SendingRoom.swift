import Dispatch

/// How much more may wait to be sent.
final class SendingRoom: Sendable {
    private let places = DispatchSemaphore(value: 0)

    /// Filled one by one: a semaphore that goes with fewer places than it was made with ends the process.
    init() { give(back: LiveLimits.unsentMax) }

    /// One place; `waiting` until there is one, or `false` if there is none now.
    func take(waiting: Bool) -> Bool {
        if waiting {
            places.wait()
            return true
        }
        return places.wait(timeout: .now()) == .success
    }

    func give(back count: Int) {
        for _ in 0..<count { places.signal() }
    }
}
