import ArgumentParser
import Identity

/// A command about rooms: stands at a relay for as long as it takes, or is typed at a client that stands there.
protocol RelayCommand: AsyncParsableCommand, Sendable {
    var options: GlobalOptions { get }
    var place: RelayOption { get }

    /// Where it stands; nothing: at the one relay that the home knows.
    func relay() throws(Failure) -> RelayAddress?

    /// Whether it reads what is kept, and no relay is dialled for it.
    var isOffline: Bool { get }

    func perform(in session: RoomsSession) async throws(Failure)
}

extension RelayCommand {
    func relay() throws(Failure) -> RelayAddress? { try place.address() }

    var isOffline: Bool { false }

    func run() async throws { try await atRelay() }

    func atRelay() async throws {
        let run = RoomsRun(options: options)
        if isOffline {
            return try await run.offline(at: relay()) { session throws(Failure) in try await perform(in: session) }
        }
        try await run.run(at: relay()) { session throws(Failure) in try await perform(in: session) }
    }
}
