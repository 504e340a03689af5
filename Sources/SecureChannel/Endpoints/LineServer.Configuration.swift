package import Logging
package import NIOCore

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

        /// The relay's end, for a channel that ``LineServer`` or anybody else accepted.
        package func makeHandler(for visitor: ConnectionGate.Visitor) -> any ChannelHandler {
            ResponderHandshakeHandler(
                identity: identity, setup: setup, admission: admission, visitor: visitor, logger: logger)
        }
    }
}
