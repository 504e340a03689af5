import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Synchronization
import Terminal

/// One run of `sotto client`: whom to dial, as whom, and dialling again until all is said.
struct ClientRun: Sendable {
    /// How long piped input waits for a lost relay before it gives up.
    private static let patience = TimeAmount.seconds(60)

    private let options: GlobalOptions
    private let command: ClientCommand

    init(command: ClientCommand) {
        self.command = command
        options = command.options
    }

    func run() async throws {
        let home = try openHome()
        options.warnIfKeysMaySwap()
        let given = try relayAddress(known: home)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let identity = ClientLineIdentity(lineKey: home.keys.line, hello: home.hello.encoded)
        let dialer = LineDialer(group: group, identity: identity)
        let meeting = RelayMeeting(home: home, dialer: dialer, options: options)
        let address = try await meeting.address(given)
        try await talk(with: address, dialer: dialer, home: home)
        try await group.shutdownGracefully()
    }

    private func openHome() throws(Failure) -> ClientHome {
        let home = try options.homeDirectory()
        let name = try command.name.map { text throws(Failure) in try DisplayName(given: text) }
        do throws(HomeError) {
            return try ClientHome(home, name: name, report: options.report)
        } catch {
            throw Failure(error)
        }
    }

    private func relayAddress(known home: ClientHome) throws(Failure) -> RelayAddress {
        guard let text = command.address else {
            if let only = home.onlyRelay { return only }
            throw Failure(
                .wrongUsage, "Which relay?",
                mend: "sotto client HOST, or the relay's invite line: sotto://HOST:PORT/KEY")
        }
        return try RelayAddress(given: text)
    }

    private func talk(with address: RelayAddress, dialer: LineDialer, home: ClientHome) async throws {
        guard let relayKey = address.relayKey else { return }
        let stop = StopSignal()
        let console = try TalkConsole.make(options, plain: command.plain, onBrokenOutput: { stop.fire() })
        defer { console.finish(hurried: stop.hasFired) }
        let presenter = TalkPresenter(console: console)
        let room = SendingRoom()
        let talk = ClientTalk(relay: .relay(Fingerprint(of: relayKey))) { event in
            if case .delivered(let count) = event { room.give(back: count) }
            presenter.tell(event)
        }
        let hasPrompt = options.isInteractive && !command.plain
        let input = ClientInput(talk: talk, presenter: presenter, room: room, stop: stop, hasPrompt: hasPrompt)
        let session = ClientSession(
            address: address, dialer: dialer, talk: talk, presenter: presenter,
            patience: DescriptorNumber.input.isTerminal ? nil : Self.patience)
        try console.start(onInput: input.take)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await session.connect()
                try home.remember(relayKey, at: address)
                try await session.run()
            }
            tasks.addTask { await stop.wait() }
            defer { tasks.cancelAll() }
            try await tasks.next()
        }
        try input.checkNothingIsLeft()
    }
}
