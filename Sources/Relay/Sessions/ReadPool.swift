import Identity
import NIOCore
import NIOPosix
import Synchronization

/// Threads on which the storage is read, so that no event loop waits for a disk. Accounts take turns: whoever asks over
/// many lines for what takes long makes himself wait.
final class ReadPool: Sendable {
    private struct Read: QueuedWork {
        let account: IdentityKey
        let run: @Sendable (_ isServing: Bool) -> Void

        var requestCount: Int { 1 }
        var byteCount: Int { 0 }
    }

    private let storage: any RelayStorage
    private let threads = NIOThreadPool(numberOfThreads: SessionLimits.readThreads)
    private let waiting = Mutex(SubmissionQueue<Read>())

    init(_ storage: any RelayStorage) {
        self.storage = storage
        threads.start()
    }

    /// Reads on one of the threads, and hands what came of it to `then` there.
    func read<Result: Sendable>(
        for account: IdentityKey,
        _ body: @escaping @Sendable (any RelaySnapshot) throws(StorageError) -> Result,
        then: @escaping @Sendable (Swift.Result<Result, StorageError>) -> Void
    ) {
        let read = Read(account: account) { [storage] isServing in
            guard isServing else { return then(.failure(.unavailable)) }
            do throws(StorageError) {
                then(.success(try storage.read(body)))
            } catch {
                then(.failure(error))
            }
        }
        waiting.withLock { $0.append(read) }
        // As many turns as reads: this one may be another's.
        threads.submit { self.takeNext()?.run($0 == .active) }
    }

    func stop() async { try? await threads.shutdownGracefully() }

    private func takeNext() -> Read? { waiting.withLock { $0.takeOne() } }
}
