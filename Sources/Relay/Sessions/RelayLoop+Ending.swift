import NIOCore
import SecureChannel

extension RelayLoop {
    /// Refuses to serve on those for whom `isUnwanted` holds.
    ///
    /// - Returns: how many lines that ended.
    func cutOff(_ refusal: Refusal, where isUnwanted: (Requester) -> Bool) -> Int {
        // Ending a line may take its session away at once.
        Array(sessions.values).count { isUnwanted($0.requester) && $0.end(with: refusal) }
    }

    /// Done once no line is left. Those that don't end by themselves in time are closed.
    func emptied(within time: TimeAmount) -> EventLoopFuture<Void> {
        let promise = eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        let deadline = eventLoop.scheduleTask(in: time) {
            for session in Array(bound.value.sessions.values) { session.output.close() }
            // Closing a line tells its session, if not now, then right after.
            bound.value.whenEmpty(nil)
            promise.succeed()
        }
        whenEmpty {
            deadline.cancel()
            promise.succeed()
        }
        return promise.futureResult
    }
}
