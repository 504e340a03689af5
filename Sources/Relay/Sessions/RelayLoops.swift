import NIOCore

/// All event loops of the relay, in the order of their numbers.
struct RelayLoops: Sendable {
    let posts: [LoopPost]

    /// One's own, on its thread.
    func here(_ eventLoop: any EventLoop) -> RelayLoop? { posts.first { $0.eventLoop === eventLoop }?.here }

    func send(to loops: LoopSet, _ work: @escaping @Sendable (RelayLoop) -> Void) {
        for number in loops { posts[Int(number.rawValue)].send(work) }
    }

    /// Runs on each of them, and gives what it gave, once all have.
    func all<Result: Sendable>(_ work: @escaping @Sendable (RelayLoop) -> Result) async -> [Result] {
        var results: [Result] = []
        for post in posts {
            let here = post
            if let result = try? await post.eventLoop.submit({ work(here.here) }).get() { results.append(result) }
        }
        return results
    }
}
