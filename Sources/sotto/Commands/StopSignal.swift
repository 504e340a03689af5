import Dispatch
import Synchronization

/// The end of a run: Ctrl-C, a polite kill, a terminal that went away, or the program's own wish.
final class StopSignal: Sendable {
    private let waiting: Mutex<[AsyncStream<Void>.Continuation]> = Mutex([])
    private let watches: Mutex<[SignalWatch]> = Mutex([])
    private let flag = Atomic<Bool>(false)

    init() {
        let queue = DispatchQueue(label: "sotto.signals")
        let kinds: [SignalWatch.Kind] = [.interrupt, .terminate, .hangUp]
        watches.withLock { watches in
            watches = kinds.map { kind in SignalWatch(kind, on: queue) { [weak self] in self?.fire() } }
        }
    }

    var hasFired: Bool { flag.load(ordering: .relaxed) }

    func fire() {
        flag.store(true, ordering: .relaxed)
        let woken = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for each in woken { each.finish() }
    }

    /// Returns when it has fired, or its task is cancelled.
    func wait() async {
        let (fired, continuation) = AsyncStream.makeStream(of: Void.self)
        waiting.withLock { $0.append(continuation) }
        if hasFired { continuation.finish() }
        for await _ in fired {}
    }

    /// - Returns: nothing where it fired first; the work is cancelled then.
    func unlessFired<Result: Sendable>(
        _ work: @escaping @Sendable () async throws(Failure) -> Result
    ) async throws(Failure) -> Result? {
        let ended = await withTaskGroup(of: Swift.Result<Result?, Failure>.self) { group in
            group.addTask {
                do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
            }
            group.addTask {
                await self.wait()
                return .success(nil)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .success(nil)
        }
        return try ended.get()
    }
}
