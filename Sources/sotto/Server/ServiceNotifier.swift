import Logging

/// Tells the service manager how this process is; nobody where there is none.
struct ServiceNotifier: Sendable {
    private let socket: NotifySocket?
    private let logger: Logger

    init(environment: (String) -> String? = Environment.value, logger: Logger) {
        self.logger = logger
        guard let path = environment("NOTIFY_SOCKET") else {
            socket = nil
            return
        }
        socket = NotifySocket(path)
        if socket == nil { logger.warning("NOTIFY_SOCKET names no socket that can be used") }
    }

    /// Never waits: a manager that doesn't read isn't told.
    func tell(_ state: ServiceState) {
        guard let socket else { return }
        do throws(ErrorNumber) {
            try socket.send(Array(state.lines.utf8).span)
        } catch {
            logger.warning("the service manager can't be told", metadata: ["why": "\(error.text)"])
        }
    }
}
