import Identity
import Logging
import NIOCore
import Relay
import RelayStore
import SecureChannel

/// A relay whose database lies in the relay's part of a home.
struct StoredRelay: ServedRelay {
    private let server: RelayServer
    /// Its lock is held until the relay has stopped.
    private let home: RelayHome

    /// - Throws: ``Failure`` for a database that can't be opened; ``SecureChannel/ListenError``.
    static func start(
        _ configuration: RelayServer.Configuration, home: RelayHome, on addresses: [SocketAddress], logger: Logger
    ) async throws -> StoredRelay {
        let path = try makeDatabaseFile(in: home)
        let store: RelayStore
        do throws(RelayStoreError) {
            store = try RelayStore(path: path, bytesMax: configuration.limits.diskBytesMax) { reason in
                logger.error("the database didn't take a write", metadata: ["why": "\(reason)"])
            }
        } catch {
            throw Failure(error, at: path)
        }
        tell(store.condition, to: logger)
        do {
            return StoredRelay(
                server: try await RelayServer.start(configuration, storage: store, on: addresses), home: home)
        } catch {
            store.close()
            guard let error = error as? StorageError else { throw error }
            throw Failure(error == .damaged ? RelayStoreError.damaged : .unavailable, at: path)
        }
    }

    var addresses: [SocketAddress] { server.addresses }

    var metrics: [Metric] {
        server.metrics.map { metric in
            let kind: Metric.Kind =
                switch metric.kind {
                case .counter: .counter
                case .gauge: .gauge
                }
            return Metric("sotto_" + metric.name, kind, metric.help, metric.value)
        }
    }

    func cutOff(where isUnwanted: @escaping @Sendable (IdentityKey) -> Bool) async -> Int {
        await server.cutOff { isUnwanted($0.identity) }
    }

    func probe() async { await server.probe() }

    func stop() async {
        await server.stop()
        withExtendedLifetime(home) {}
    }

    private static func makeDatabaseFile(in home: RelayHome) throws(Failure) -> String {
        do throws(HomeError) { return try home.makeDatabaseFile() } catch { throw Failure(error) }
    }

    private static func tell(_ condition: StoreCondition, to logger: Logger) {
        switch condition {
        case .clean: break
        case .recovered: logger.notice("the last stop wasn't clean; the database was checked, and is whole")
        case .damaged(let findings):
            logger.error(
                "the database is damaged; what can be read is served, and the rest is said to be damaged",
                metadata: ["findings": "\(findings)"])
        }
    }
}
