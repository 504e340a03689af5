import Foundation
import Testing

/// Tests that wait in the kernel, for a process or a socket, do so on threads of their own: on those of the concurrency
/// runtime, one a processor, they would keep everybody else from running.
struct BlockingTrait: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func scopeProvider(for test: Test, testCase: Test.Case?) -> BlockingTrait? { test.isSuite ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(BlockingThreads.shared) { try await function() }
    }
}

extension Trait where Self == BlockingTrait {
    static var blocking: Self { Self() }
}

/// As many as wait at once without their deadlines suffering.
private final class BlockingThreads: TaskExecutor {
    static let shared = BlockingThreads()

    private static let count = 3
    private let queue = OperationQueue()

    init() { queue.maxConcurrentOperationCount = Self.count }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
