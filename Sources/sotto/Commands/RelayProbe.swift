import Identity
import SecureChannel

/// Asks a relay for its key and leaves before saying who asks.
struct RelayProbe: Sendable {
    let dialer: LineDialer

    func shownKey(by address: RelayAddress) async throws(Failure) -> RelayKey {
        do throws(LineError) {
            let setup = LineSetup(limits: TalkMessage.limits) { _, _ in }
            _ = try await dialer.dial(host: address.host.text, port: address.port, pin: nil, setup: setup)
        } catch {
            if case .relayUnknown(let key) = error { return key }
            throw Failure(error, dialling: address)
        }
        throw Failure(.unreachable, dialling: address)
    }
}
