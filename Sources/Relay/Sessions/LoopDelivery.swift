import NIOCore
import RelayProtocol

/// What a committed group means for one event loop: one task there, however much it is.
struct LoopDelivery: Sendable {
    /// One submission's.
    struct Answered: Sendable {
        let session: NIOLoopBound<RelaySession>
        let answers: [Numbered<RelayAnswer>]
        let byteCount: Int
    }

    var answered: [Answered] = []
    var runs: [PublishedRun] = []

    var isEmpty: Bool { answered.isEmpty && runs.isEmpty }

    /// For each loop, in the order of their numbers.
    static func answers(
        to group: [Submission], _ outcomes: [[CoreOutcome]], loopCount: Int
    ) -> [LoopDelivery] {
        var deliveries = [LoopDelivery](repeating: LoopDelivery(), count: loopCount)
        for (submission, outcomes) in zip(group, outcomes) {
            let answers = zip(submission.items, outcomes).map { Numbered($0.number, $1.answer) }
            deliveries[Int(submission.loop.rawValue)].answered.append(
                Answered(session: submission.session, answers: answers, byteCount: submission.byteCount))
        }
        return deliveries
    }
}
