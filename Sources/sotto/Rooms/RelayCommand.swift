import ArgumentParser
import Identity

/// A command about rooms: stands at a relay for as long as it takes, or is typed at a client that stands there.
protocol RelayCommand: AsyncParsableCommand, Sendable {
    var options: GlobalOptions { get }
    var place: RelayOption { get }

    /// Where it stands; nothing: at the one relay that the home knows.
    func relay() throws(Failure) -> RelayAddress?

    func perform(in session: RoomsSession) async throws(Failure)
}

extension RelayCommand {
    func relay() throws(Failure) -> RelayAddress? { try place.address() }

    func run() async throws { try await atRelay() }

    func atRelay() async throws {
        try await RoomsRun(options: options).run(at: relay()) { session throws(Failure) in
            try await perform(in: session)
        }
    }
}
