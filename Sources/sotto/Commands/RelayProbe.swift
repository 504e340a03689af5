import Identity
import NIOCore
import RelayProtocol
import SecureChannel

/// Asks a relay for its key and leaves before saying who asks. One that hides answers only if `address` names its key:
/// then a dialler without a name goes on to the end of the handshake.
struct RelayProbe: Sendable {
    let dialer: LineDialer

    func shownKey(by address: RelayAddress) async throws(Failure) -> RelayKey {
        do throws(LineError) {
            let setup = LineSetup(limits: MessageLimits { RelayMessage.bodyBytesMax(ofKind: $0.rawValue) }) { _, _ in }
            let line = try await dialer.dial(
                host: address.host.text, port: address.port, pin: address.relayKey, setup: setup)
            line.channel.close(promise: nil)
            guard case .relay(let key) = line.peer.identity else { throw .malformed }
            return key
        } catch {
            switch error {
            case .relayUnknown(let key), .relayKeyChanged(pinned: _, presented: let key): return key
            default: throw Failure(error, dialling: address)
            }
        }
    }
}
