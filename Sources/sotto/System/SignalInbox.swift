import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Where one signal arrives for the rest of the process's life: its handler writes a byte into a pipe, a queue reads it
/// and tells everybody who watches.
///
/// Not a dispatch source of the signal: on Linux that listens only a while after it was resumed, and what comes before
/// is lost.
final class SignalInbox: Sendable {
    typealias Token = Int

    private struct Watchers {
        var actions: [Token: @Sendable () -> Void] = [:]
        var nextToken = 0
    }

    private static let inboxes = Mutex<[Int32: SignalInbox?]>([:])

    private let watchers = Mutex(Watchers())
    private let source: Mutex<(any DispatchSourceRead)?> = Mutex(nil)

    private init() {}

    /// `nil` if the signal isn't ours to catch.
    static func of(_ kind: SignalWatch.Kind) -> SignalInbox? {
        inboxes.withLock { inboxes in
            if let made = inboxes[kind.number] { return made }
            let inbox = SignalInbox()
            let made = inbox.open(kind.number) ? inbox : nil
            inboxes[kind.number] = made
            return made
        }
    }

    func add(_ action: @escaping @Sendable () -> Void) -> Token {
        watchers.withLock { watchers in
            watchers.nextToken += 1
            watchers.actions[watchers.nextToken] = action
            return watchers.nextToken
        }
    }

    func remove(_ token: Token) {
        _ = watchers.withLock { $0.actions.removeValue(forKey: token) }
    }

    private func open(_ number: Int32) -> Bool {
        guard let readEnd = SignalCatcher.catch(number) else { return false }
        source.withLock { source in
            let reading = DispatchSource.makeReadSource(
                fileDescriptor: readEnd.value, queue: DispatchQueue(label: "sotto.signal.\(number)"))
            reading.setEventHandler { [weak self] in self?.arrived(readEnd) }
            reading.resume()
            source = reading
        }
        return true
    }

    private func arrived(_ readEnd: DescriptorNumber) {
        guard (try? readEnd.read(atMost: 64)) != nil else { return }
        for action in watchers.withLock({ Array($0.actions.values) }) { action() }
    }
}
