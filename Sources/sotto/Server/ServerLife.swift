import Logging

/// A relay between its first word to the service manager and its last: what signals ask of it.
struct ServerLife: Sendable {
    let relay: any ServedRelay
    let allowed: AllowListFile?
    let logger: Logger
    let service: ServiceNotifier
    let watchdog: ServiceWatchdog?

    init(
        relay: any ServedRelay, allowed: AllowListFile?, logger: Logger,
        environment: (String) -> String? = Environment.value
    ) {
        self.relay = relay
        self.allowed = allowed
        self.logger = logger
        service = ServiceNotifier(environment: environment, logger: logger)
        watchdog = ServiceWatchdog(environment: environment)
    }

    /// Returns when the relay has stopped, which the end of `events` asks for too.
    func run(_ events: AsyncStream<ServerSignals.Event>) async {
        service.tell(ready)
        // Nobody waits for it: what is stuck may never answer its probe.
        let pings = watchdog.map { watchdog in
            Task { [relay, service] in await watchdog.run(probe: relay.probe) { service.tell(.alive) } }
        }
        for await event in events {
            guard event == .reload else { break }
            await reload()
        }
        await stop()
        pings?.cancel()
    }

    private func stop() async {
        service.tell(.stopping)
        logger.notice("the relay stops")
        await relay.stop()
        logger.notice("the relay has stopped")
    }

    private func reload() async {
        service.tell(.reloading(monotonicMicroseconds: SystemClock.monotonicMicroseconds))
        await rereadAllowList()
        service.tell(ready)
    }

    private func rereadAllowList() async {
        guard let allowed else { return logger.notice("there is no allow list to read again") }
        do throws(Failure) {
            try allowed.reread()
        } catch {
            return logger.error("the allow list stays as it was", metadata: ["why": "\(error.sentence)"])
        }
        let cutOffCount = await relay.cutOff { !allowed.allows($0) }
        allowed.tellCount("the allow list was read again", ["cutOff": "\(cutOffCount)"], to: logger)
    }

    private var ready: ServiceState {
        .ready(status: "Listens on " + RelayAnnouncement.place(of: relay.addresses))
    }
}
