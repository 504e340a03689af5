import Synchronization

@testable import sotto

/// Whoever shows a talk: keeps what it is told, and shows messages at once or when asked to.
final class TalkScreen: Sendable {
    private struct State {
        var told: [String] = []
        var texts: [String] = []
        var waiting: [@Sendable () -> Void] = []
        var deliveredCount = 0
    }

    private let state = Mutex(State())
    private let isSlow: Bool

    /// - Parameter isSlow: messages are on it only after ``showAll()``.
    init(isSlow: Bool = false) { self.isSlow = isSlow }

    var texts: [String] { state.withLock { $0.texts } }
    /// Everything but messages and deliveries.
    var told: [String] { state.withLock { $0.told } }
    var deliveredCount: Int { state.withLock { $0.deliveredCount } }
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func tell(_ event: TalkEvent) {
        switch event {
        case .joined: state.withLock { $0.told.append("joined") }
        case .left: state.withLock { $0.told.append("left") }
        case .lost: state.withLock { $0.told.append("lost") }
        case .delivered(let count): state.withLock { $0.deliveredCount += count }
        case .message(_, let text, let shown):
            state.withLock { state in
                state.texts.append(String(decoding: text, as: UTF8.self))
                if isSlow { state.waiting.append(shown) }
            }
            if !isSlow { shown() }
        }
    }

    func showAll() {
        let waiting = state.withLock { state in
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        for shown in waiting { shown() }
    }
}
