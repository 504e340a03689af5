import Identity
import NIOCore
import NIOPosix
import RelayClient
import SecureChannel

extension RelayClient {
    /// One that dials again at once.
    convenience init(as person: Person = Person(), to invite: RelayAddress) throws {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        guard let key = invite.relayKey else { throw RelayClientError.line(.unreachable) }
        self.init(
            RelayDial(
                address: invite, pin: key, dialer: LineDialer(group: loop, identity: person.lineIdentity),
                backoff: Backoff(firstMilliseconds: 1, longestMilliseconds: 20)),
            on: loop)
    }

    static func connected(as person: Person = Person(), to invite: RelayAddress) async throws -> RelayClient {
        let client = try RelayClient(as: person, to: invite)
        try await client.connect()
        return client
    }
}
