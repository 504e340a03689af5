import Identity
import Logging
import NIOCore
import NIOPosix
import Relay
import SecureChannel
import Sodium
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
        let output = LogOutput(format: options.json ? .json : .plain)
        defer { output.finish() }
        let logger = ServerLogHandler.logger(to: output, logLevel)
        let addresses = try command.listening.addresses()
        let allowed = try command.listening.allow.map { path throws(Failure) in try AllowListFile(path) }
        let signals = ServerSignals(onSecondStop: Self.endAtOnce)
        let home = try openHome(logger)
        warnOfLimits(logger)
        if let allowed { allowed.tellCount("the allow list was read", to: logger) }
        let start = RelayStart(
            listening: command.listening, limits: command.relayLimits, allowed: allowed, owner: nil, logger: logger)
        let relay = try await start.start(home, on: addresses, of: "server")
        do {
            let metrics = try await startMetrics(of: relay, logger)
            announce(relay, of: home.publicKey, logger, output)
            await ServerLife(relay: relay, allowed: allowed, logger: logger).run(signals.events)
            await metrics?.stop()
        } catch {
            await relay.stop()
            throw error
        }
    }

    private var logLevel: Logger.Level {
        command.logLevel ?? (options.quiet ? .warning : options.verbose ? .debug : .info)
    }

    private static func endAtOnce() {
        StandardError.tell("sotto: ended at once, by a second signal")
        ProcessEnd.atOnce(with: .failed)
    }

    private func openHome(_ logger: Logger) throws(Failure) -> RelayHome {
        let home = try options.homeDirectory()
        do throws(HomeError) {
            return try RelayHome(home) { logger.notice("\($0.line)") }
        } catch {
            throw Failure(error)
        }
    }

    private func warnOfLimits(_ logger: Logger) {
        if !SecretMemory.isLocked {
            logger.warning("keys couldn't be locked into memory and may reach a swap file: raise ulimit -l")
        }
        let filesMax = ProcessSettings.raiseOpenFileLimit()
        let wanted = command.listening.connectionLimits.filesMax + ServerLimits.ownFilesMax
        guard filesMax < wanted else { return }
        logger.warning(
            "fewer files may be open than so many connections need: raise ulimit -n, or lower --max-connections",
            metadata: ["allowed": "\(filesMax)", "needed": "\(wanted)"])
    }

    private func startMetrics(of relay: any ServedRelay, _ logger: Logger) async throws(Failure) -> MetricsServer? {
        guard let place = command.metrics else { return nil }
        do {
            let server = try await MetricsServer.start(on: place.socketAddress, logger: logger) {
                ProcessMetrics.current() + relay.metrics
            }
            logger.notice(
                "figures at /metrics",
                metadata: ["address": "\(server.address?.ipAddress ?? ""):\(server.address?.port ?? 0)"])
            if !place.isLoopback { logger.warning("other machines may ask for the figures") }
            return server
        } catch {
            let address = RelayAnnouncement.place(of: [place.socketAddress])
            throw Failure(
                .failed, "The figures can't be told at \(address): \(error.systemWords).",
                mend: "Choose another port: --metrics PORT")
        }
    }

    /// For programs on standard output, where nothing else is written; for people on standard error.
    private func announce(_ relay: any ServedRelay, of key: RelayKey, _ logger: Logger, _ output: LogOutput) {
        let announcement = RelayAnnouncement(relayKey: key, addresses: relay.addresses)
        logger.notice("the relay listens", metadata: ["address": "\(announcement.place)"])
        if options.json { return StandardOutput.print(announcement.object.line) }
        guard !options.quiet else { return }
        let colour = options.hasColour(on: .error)
        for line in announcement.ofServer.text { output.take(line.rendered(colour: colour)) }
    }
}

extension ConnectionLimits {
    /// Connections that may stand at once, before and after their login.
    fileprivate var filesMax: Int {
        let (sum, overflow) = connectionsMax.addingReportingOverflow(unprovenMax)
        return overflow ? .max / 2 : min(sum, .max / 2)
    }
}
