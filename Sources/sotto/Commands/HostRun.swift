import Identity
import Logging
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

/// One run of `sotto host`, from the first key to the last line.
struct HostRun: Sendable {
    private let options: GlobalOptions
    private let command: HostCommand

    init(command: HostCommand) {
        self.command = command
        options = command.options
    }

    func run() async throws {
        let addresses = try command.listening.addresses()
        let allowed = try command.listening.allow.map { path throws(Failure) in try AllowList(readFrom: path) }
        let name = try command.name.map { text throws(Failure) in try DisplayName(given: text) }
        let (home, known) = try openHome()
        options.warnIfKeysMaySwap()
        ProcessSettings.raiseOpenFileLimit()
        let stop = StopSignal()
        let console = try TalkConsole.make(options, plain: command.plain, onBrokenOutput: { stop.fire() })
        defer { console.finish(hurried: stop.hasFired) }
        let presenter = TalkPresenter(console: console, ownName: name)
        let logger = ConsoleLogHandler.logger(on: console, verbose: options.verbose)
        let keeper = SerialsKeeper(home: home, logger: logger)
        let serials = RememberedSerials(known, onChange: keeper.keep)
        defer { keeper.finish(serials) }
        let talk = HostTalk(tell: presenter.tell)
        let configuration = configuration(home.key, serials, allowed, talk, logger)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: command.listening.threadCount)
        let server = try await listen(on: addresses, configuration, group: group)
        console.tell(RelayAnnouncement(relayKey: home.publicKey, addresses: server.addresses).ofHost)
        let hasPrompt = options.isInteractive && !command.plain
        let input = HostInput(talk: talk, presenter: presenter, stop: stop, hasPrompt: hasPrompt)
        try console.start(onInput: input.take)
        await stop.wait()
        await server.stopListening()
        await talk.stop()
        try await group.shutdownGracefully()
    }

    private func openHome() throws(Failure) -> (home: RelayHome, serials: [DeviceKey: DeviceSerial]) {
        let directory = try options.homeDirectory()
        do throws(HomeError) {
            let home = try RelayHome(directory, report: options.report)
            return (home, try home.loadSerials())
        } catch {
            throw Failure(error)
        }
    }

    private func configuration(
        _ key: X25519.SecretKey, _ serials: RememberedSerials, _ allowed: AllowList?, _ talk: HostTalk,
        _ logger: Logger
    ) -> LineServer.Configuration {
        let admission = Admission(serials: serials) { hello in
            if talk.isStopping { return .stopping }
            guard let allowed else { return nil }
            return allowed.allows(hello.credential.identityKey) ? nil : .notAllowed
        }
        let setup = LineSetup(limits: TalkMessage.limits) { channel, peer in
            guard case .client(let hello) = peer.identity else { return }
            let handler = TalkHandler(end: talk.visitor(for: hello), opensAtOnce: true)
            try channel.pipeline.syncOperations.addHandler(handler)
        }
        return LineServer.Configuration(
            identity: RelayLineIdentity(secretKey: key, isSilent: command.listening.silent), setup: setup,
            admission: admission, gate: ConnectionGate(limits: command.listening.connectionLimits), logger: logger)
    }

    private func listen(
        on addresses: [SocketAddress], _ configuration: LineServer.Configuration, group: any EventLoopGroup
    ) async throws(Failure) -> LineServer {
        do {
            return try await LineServer.start(on: addresses, configuration: configuration, group: group)
        } catch {
            throw Failure(error, of: "host")
        }
    }
}
