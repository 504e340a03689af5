import Chat
import Identity
import MLS
import NIOCore
import Relay
import RelayProtocol

/// One run of `sotto host`: a relay, and its owner's client beside it.
struct HostRun: Sendable {
    private let options: GlobalOptions
    private let command: HostCommand

    init(command: HostCommand) {
        self.command = command
        options = command.options
    }

    func run() async throws {
        let name = try RoomName(given: command.room)
        let addresses = try command.listening.addresses()
        let allowed = try command.listening.allow.map { path throws(Failure) in try AllowListFile(path) }
        let rooms = RoomsRun(options: options)
        let relayHome = try openRelayHome()
        let home = try options.openClientHome(
            name: command.name.map { name throws(Failure) in try DisplayName(given: name) })
        ProcessSettings.raiseOpenFileLimit()
        let stop = StopSignal()
        let console = try FittingConsole.make(options, plain: command.plain, onBrokenOutput: { stop.fire() })
        defer { console.finish(hurried: stop.hasFired) }
        let logger = ConsoleLogHandler.logger(on: console, verbose: options.verbose)
        let start = RelayStart(
            listening: command.listening, limits: RelayLimits(), allowed: allowed, owner: home.keys.identityKey,
            logger: logger)
        let relay = try await start.start(relayHome, on: addresses, of: "host")
        let announcement = RelayAnnouncement(relayKey: relayHome.publicKey, addresses: relay.addresses)
        console.tell(announcement.ofHost)
        do {
            try await rooms.run(at: announcement.nearby, knownAs: announcement.reachable, in: home) {
                session throws(Failure) in
                let live = LiveRun(options, plain: command.plain, endsWithInput: false, console: console, stop: stop)
                let session = session.showing(on: live.screen.output)
                let room = try await lobby(name, session)
                let link = try await session.makeLobbyLink(to: room)
                console.tell(
                    RelayAnnouncement.invitation(link, to: name.name, room: room, picture: picture(of: link)))
                try await live.run(session, in: room)
            }
        } catch {
            await relay.stop()
            throw error
        }
        await relay.stop()
    }

    /// Where somebody looks at a screen that it fits on.
    private func picture(of link: RoomLinkAddress) -> QRPicture? {
        guard options.isInteractive, !command.plain, let screen = TerminalSize(of: .output),
            let picture = QRPicture(link.text), picture.columns < screen.columns
        else { return nil }
        return picture
    }

    private func openRelayHome() throws(Failure) -> RelayHome {
        let directory = try options.homeDirectory()
        do throws(HomeError) { return try RelayHome(directory, report: options.report) } catch { throw Failure(error) }
    }

    private func lobby(_ name: RoomName, _ session: RoomsSession) async throws(Failure) -> RoomID {
        try await session.sync()
        if let room = try await session.memberRoom(named: name) { return room }
        let room = RoomID.drawn()
        try await session.perform(
            .create(room, kind: .group, name: name, with: nil, suite: .xWingChaCha20Poly1305))
        try await session.wait(for: room) { $0 == .joined(room) }
        return room
    }
}
