package import Logging

extension LineServer {
    package struct Configuration: Sendable {
        let identity: RelayLineIdentity
        let setup: LineSetup
        let admission: Admission
        let gate: ConnectionGate
        let logger: Logger

        package init(
            identity: RelayLineIdentity, setup: LineSetup, admission: Admission, gate: ConnectionGate, logger: Logger
        ) {
            self.identity = identity
            self.setup = setup
            self.admission = admission
            self.gate = gate
            self.logger = logger
        }

        func makeHandler(for visitor: ConnectionGate.Visitor) -> ResponderHandshakeHandler {
            ResponderHandshakeHandler(
                identity: identity, setup: setup, admission: admission, visitor: visitor, logger: logger)
        }
    }
}
