import Identity
import Logging
import NIOCore
import NIOPosix
import SecureChannel
import Terminal

/// One run of `sotto server`, from the first key to the last line.
struct ServerRun: Sendable {
    private let options: GlobalOptions
    private let command: ServerCommand

    init(command: ServerCommand) {
        self.command = command
        options = command.options
    }

    func run() async throws {
        let addresses = try command.listen.map { text throws(Failure) in try ListenAddress(text).socketAddress }
        let allowed = try command.allow.map { path throws(Failure) in try AllowList(readFrom: path) }
        let home = try openHome()
        options.warnIfKeysMaySwap()
        let identity = RelayLineIdentity(secretKey: home.key, isSilent: command.silent)
        let stop = StopSignal()
        let console = try TalkConsole.make(options, plain: command.plain, onBrokenOutput: { stop.fire() })
        defer { console.finish() }
        let presenter = TalkPresenter(console: console)
        let talk = ServerTalk(tell: presenter.tell)
        ProcessSettings.raiseOpenFileLimit()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: command.threads ?? System.coreCount)
        let logger = Logger(label: "sotto") { _ in
            ConsoleLogHandler(console: console, logLevel: options.verbose ? .debug : .warning)
        }
        let keeper = SerialsKeeper(home: home) { error in
            logger.warning("serials couldn't be written", metadata: ["why": "\(Failure(error).sentence)"])
        }
        let serials = RememberedSerials(home.serials, onChange: keeper.keep)
        defer { keeper.finish(serials) }
        let configuration = configuration(identity, serials, allowed, talk, logger)
        let server = try await listen(on: addresses, configuration, group: group)
        let announcement = ServerAnnouncement(relayKey: identity.relayKey, addresses: server.addresses)
        console.tell(announcement.line)
        try console.start { input in Self.take(input, talk: talk, presenter: presenter, options: options, stop: stop) }
        await stop.wait()
        await server.stopListening()
        await talk.stop()
        try await group.shutdownGracefully()
    }

    private func openHome() throws(Failure) -> RelayHome {
        let home = try options.homeDirectory()
        do throws(HomeError) { return try RelayHome(home, report: options.report) } catch { throw Failure(error) }
    }

    private func configuration(
        _ identity: RelayLineIdentity, _ serials: RememberedSerials, _ allowed: AllowList?, _ talk: ServerTalk,
        _ logger: Logger
    ) -> LineServer.Configuration {
        var limits = ConnectionLimits()
        limits.connectionsMax = command.maxConnections
        limits.connectionsPerAddressMax = command.maxConnectionsPerAddress
        let admission = Admission(serials: serials) { hello in
            guard let allowed else { return nil }
            return allowed.allows(hello.credential.identityKey) ? nil : .notAllowed
        }
        let setup = LineSetup(limits: TalkMessage.limits) { channel, peer in
            guard case .client(let hello) = peer.identity else { return }
            let handler = TalkHandler(end: talk.visitor(for: hello), opensAtOnce: true)
            try channel.pipeline.syncOperations.addHandler(handler)
        }
        return LineServer.Configuration(
            identity: identity, setup: setup, admission: admission, gate: ConnectionGate(limits: limits),
            logger: logger)
    }

    private func listen(
        on addresses: [SocketAddress], _ configuration: LineServer.Configuration, group: any EventLoopGroup
    ) async throws(Failure) -> LineServer {
        do {
            return try await LineServer.start(on: addresses, configuration: configuration, group: group)
        } catch {
            throw Failure(
                .failed, "The relay can't listen on \(command.listen.joined(separator: ", ")): \(error.reason).",
                mend: "Is another server running there? Choose another port: sotto server --listen 0.0.0.0:PORT")
        }
    }

    private static func take(
        _ input: ConsoleInput, talk: ServerTalk, presenter: TalkPresenter, options: GlobalOptions, stop: StopSignal
    ) {
        switch input {
        case .line(let line) where line.isEmpty: break
        case .line(let line): say(line, talk: talk, presenter: presenter, interactive: options.isInteractive)
        case .lineTooLong: presenter.tellLineTooLong()
        // A server started without a terminal has no input, and goes on.
        case .end: if options.isInteractive { stop.fire() }
        case .interrupt: stop.fire()
        }
    }

    private static func say(_ line: String, talk: ServerTalk, presenter: TalkPresenter, interactive: Bool) {
        guard talk.say(Array(line.utf8)) > 0 else {
            return presenter.tell("nobody is here: that wasn't sent", event: JSONObject(["event": "unsent"]))
        }
        if interactive { presenter.showOwn(line) }
    }
}

extension Error {
    /// What the system says, without NIO's wrapping.
    fileprivate var reason: String {
        guard let error = self as? IOError else { return "\(self)" }
        return ErrorNumber(value: error.errnoCode).text
    }
}
