import Dispatch
import Identity
import Logging
import SecureChannel

/// Makes the serials that a relay has seen durable, soon after they were raised and off the threads that serve
/// connections: one write for all that came within a second.
///
/// A loss of power within that second forgets them; the device's next login tells them again.
final class SerialsKeeper: Sendable {
    private static let delay = DispatchTimeInterval.seconds(1)
    private static let retryDelay = DispatchTimeInterval.seconds(60)

    private let home: RelayHome
    private let queue = DispatchQueue(label: "sotto.serials")
    private let logger: Logger

    /// - Parameter logger: told when they couldn't be written, such as on a full disk. The relay serves on.
    init(home: RelayHome, logger: Logger) {
        self.home = home
        self.logger = logger
    }

    /// `serials` has changed. Calls that come before the write add nothing to it.
    func keep(_ serials: RememberedSerials) {
        queue.asyncAfter(deadline: .now() + Self.delay) { [self] in write(serials) }
    }

    /// Writes what isn't written yet, before it returns.
    func finish(_ serials: RememberedSerials) { queue.sync { write(serials) } }

    private func write(_ serials: RememberedSerials) {
        guard let changed = serials.takeChanged() else { return }
        do throws(HomeError) {
            try home.store(changed)
        } catch {
            logger.warning("serials couldn't be written", metadata: ["why": "\(Failure(error).sentence)"])
            serials.markChanged()
            queue.asyncAfter(deadline: .now() + Self.retryDelay) { [self] in write(serials) }
        }
    }
}
