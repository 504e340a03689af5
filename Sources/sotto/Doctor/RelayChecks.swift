import Identity
import NIOPosix
import SecureChannel
import Sodium

/// Whether the relays that a home knows answer, and with the key that is pinned.
struct RelayChecks {
    let relays: [RelayAddress]

    /// Relays that are asked; of more, the first.
    static let relaysMax = 16

    func findings() async -> [Finding] {
        let group = MultiThreadedEventLoopGroup.singleton
        // Nobody learns who asks.
        let nobody = ClientLineIdentity(lineKey: X25519.SecretKey(), hello: [])
        let probe = RelayProbe(dialer: LineDialer(group: group, identity: nobody))
        var findings: [Finding] = []
        for address in relays.prefix(Self.relaysMax) { findings.append(await finding(of: address, probe)) }
        return findings
    }

    private func finding(of address: RelayAddress, _ probe: RelayProbe) async -> Finding {
        let place = address.hostAndPort
        do throws(Failure) {
            let shown = try await probe.shownKey(by: address)
            guard let pinned = address.relayKey, !pinned.isSame(as: shown) else {
                return .ok("relay", "The relay at \(place) answers with the key that is pinned.")
            }
            return .fail("relay", Failure(.relayKeyChanged(pinned: pinned, presented: shown), dialling: address))
        } catch {
            return .fail(
                "relay",
                "\(error.sentence) It may be down, or hide from you because its key is another now (--silent).",
                mend: error.mend)
        }
    }
}
