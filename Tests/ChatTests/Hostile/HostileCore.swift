import Identity
import RelayProtocol

@testable import Relay

/// What all lines of a hostile relay share.
final class HostileCore {
    var relay = SimulatedRelay()
    /// Of one log and line, what there is to tell now: what it is told.
    var meddle: ([RelayEvent]) -> [RelayEvent] = { $0 }
    /// Whether a request is done, and its line cut before it is answered.
    var cutsBehind: (RelayRequest) -> Bool = { _ in false }
    private var sessions: [ObjectIdentifier: HostileSession] = [:]

    func began(_ session: HostileSession, _ hello: Hello) {
        sessions[ObjectIdentifier(session)] = session
        let requester = Requester(identity: hello.credential.identityKey, device: hello.credential.deviceKey)
        try? relay.meet(CredentialBytes(hello.credential.encoded), requester)
    }

    func ended(_ session: HostileSession) { sessions[ObjectIdentifier(session)] = nil }

    func feedAll() { for session in sessions.values { session.feed() } }

    func cutAll() { for session in sessions.values { session.cut() } }
}
