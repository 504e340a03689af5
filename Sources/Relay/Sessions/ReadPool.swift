import NIOCore
import NIOPosix

/// Threads on which the storage is read, so that no event loop waits for a disk.
final class ReadPool: Sendable {
    private let storage: any RelayStorage
    private let threads = NIOThreadPool(numberOfThreads: SessionLimits.readThreads)

    init(_ storage: any RelayStorage) {
        self.storage = storage
        threads.start()
    }

    /// Reads on one of the threads, and hands what came of it to `then` there.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any RelaySnapshot) throws(StorageError) -> Result,
        then: @escaping @Sendable (Swift.Result<Result, StorageError>) -> Void
    ) {
        threads.submit { [storage] state in
            guard case .active = state else { return then(.failure(.unavailable)) }
            do throws(StorageError) {
                then(.success(try storage.read(body)))
            } catch {
                then(.failure(error))
            }
        }
    }

    func stop() async { try? await threads.shutdownGracefully() }
}
