import Chat
import Identity
import RelayProtocol

/// One run of `sotto client`: whom to dial, as whom, and the room to begin in.
struct ClientRun: Sendable {
    private let options: GlobalOptions
    private let command: ClientCommand

    init(command: ClientCommand) {
        self.command = command
        options = command.options
    }

    func run() async throws {
        let target = try ClientTarget(command.address == "-" ? StandardInput.firstLine(.link) : command.address)
        if case .link = target, command.address != "-" {
            StandardCommandOutput(options).tell(
                "A link is a secret, and your shell may remember it. Next time: sotto client -")
        }
        let run = RoomsRun(options: options)
        let home = try options.openClientHome(
            name: command.name.map { name throws(Failure) in try DisplayName(given: name) })
        try await run.run(at: target.relay, in: home) { session throws(Failure) in
            let stop = StopSignal()
            let found = try await stop.unlessFired { () throws(Failure) in try await room(target, session) }
            guard let room = found else { return }
            try await talk(session, in: room, stop)
        }
    }

    private func room(_ target: ClientTarget, _ session: RoomsSession) async throws(Failure) -> RoomID? {
        if case .link(let link) = target { return try await session.enter(by: link) }
        let stale = try await session.sync()
        if let choice = command.room { return try await session.room(choice) }
        if let room = try await session.latestRoom() { return room }
        if let stale { throw Failure(stale, dialling: session.relay) }
        guard DescriptorNumber.input.isTerminal else {
            throw Failure(
                .refused, "You are in no room at this relay.", mend: "sotto join LINK, or: sotto create NAME")
        }
        return nil
    }

    private func talk(_ session: RoomsSession, in room: RoomID?, _ stop: StopSignal) async throws(Failure) {
        let console = try FittingConsole.make(options, plain: command.plain, onBrokenOutput: { stop.fire() })
        defer { console.finish(hurried: stop.hasFired) }
        let live = LiveRun(options, plain: command.plain, endsWithInput: true, console: console, stop: stop)
        try await live.run(session.showing(on: live.screen.output), in: room)
    }
}
