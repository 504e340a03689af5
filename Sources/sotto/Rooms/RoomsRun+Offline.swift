import Chat
import ChatStore
import Identity
import NIOPosix
import RelayClient
import SecureChannel

extension RoomsRun {
    /// What this home keeps of the rooms at one relay, which isn't dialled: nothing is asked of it, nothing sent.
    func offline<Result: Sendable>(
        at given: RelayAddress?, _ body: @Sendable (RoomsSession) async throws(Failure) -> Result
    ) async throws -> Result {
        let home = try options.openClientHome()
        let address = try given ?? onlyRelay(of: home)
        return try await offline(home, at: address, body)
    }

    /// As ``offline(at:_:)``, of each relay of whose rooms something is kept, in the order of their addresses.
    func offlineEach<Result: Sendable>(
        at given: RelayAddress?, _ body: @Sendable (RoomsSession) async throws(Failure) -> Result
    ) async throws -> [Result] {
        let home = try options.openClientHome()
        if let given { return [try await offline(home, at: given, body)] }
        var (results, keys): ([Result], Set<RelayKey>) = ([], [])
        for address in home.relays {
            guard let key = address.relayKey, keys.insert(key).inserted, try hasRooms(home, at: key) else { continue }
            results.append(try await offline(home, at: address, body))
        }
        return results
    }

    private func offline<Result: Sendable>(
        _ home: ClientHome, at address: RelayAddress,
        _ body: @Sendable (RoomsSession) async throws(Failure) -> Result
    ) async throws -> Result {
        guard let key = home.pinnedKey(of: address) else {
            throw Failure(
                .wrongUsage, "This home doesn't know the relay at \(address.hostAndPort).",
                mend: "Look what it knows: sotto doctor")
        }
        let store = try openStore(of: home, at: key)
        defer { try? store.close() }
        let group = MultiThreadedEventLoopGroup.singleton
        let identity = ClientLineIdentity(lineKey: home.keys.line, hello: home.hello.encoded)
        let dialer = LineDialer(group: group, identity: identity)
        // Never begun, so it never dials.
        let line = RelayClient(RelayDial(address: address, pin: key, dialer: dialer), on: group.next())
        let client = ChatClient(try core(of: home, at: key, keptIn: store), on: line, clock: Self.clock)
        let output = StandardCommandOutput(options)
        return try await body(
            await RoomsSession(client, at: address, as: home.keys.identityKey, output: output, isRunning: true))
    }

    private func hasRooms(_ home: ClientHome, at key: RelayKey) throws(Failure) -> Bool {
        do throws(HomeError) { return try home.hasRooms(at: key) } catch { throw Failure(error) }
    }
}
