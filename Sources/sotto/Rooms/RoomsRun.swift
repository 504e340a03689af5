import Chat
import ChatStore
import Identity
import MLS
import NIOPosix
import RelayClient
import SecureChannel

/// One run of a command that stands at a relay: the home is this process's for as long.
struct RoomsRun: Sendable {
    let options: GlobalOptions

    /// - Parameter given: the relay's address as it was given; nothing: the one that this home knows.
    func run<Result: Sendable>(
        at given: RelayAddress?, _ body: @Sendable (RoomsSession) async throws(Failure) -> Result
    ) async throws -> Result {
        try await run(at: given, in: options.openClientHome(), body)
    }

    /// - Parameter reachable: the address under which others, and this home later, find the relay; nothing: `given`.
    func run<Result: Sendable>(
        at given: RelayAddress?, knownAs reachable: RelayAddress? = nil, in home: ClientHome,
        _ body: @Sendable (RoomsSession) async throws(Failure) -> Result
    ) async throws -> Result {
        options.warnIfKeysMaySwap()
        // Never shut down: what belongs to the client is let go on it as the process ends.
        let group = MultiThreadedEventLoopGroup.singleton
        let identity = ClientLineIdentity(lineKey: home.keys.line, hello: home.hello.encoded)
        let dialer = LineDialer(group: group, identity: identity)
        let meeting = RelayMeeting(home: home, dialer: dialer, options: options)
        let address = try await meeting.address(given ?? onlyRelay(of: home))
        guard let key = address.relayKey else { throw Failure(.failed, "The relay has no key.") }
        if let reachable { try home.move(key, to: reachable) } else { try home.remember(key, at: address) }
        let line = RelayClient(RelayDial(address: address, pin: key, dialer: dialer), on: group.next())
        let store = try openStore(of: home, at: key)
        let client = ChatClient(try core(of: home, at: key, keptIn: store), on: line, clock: Self.clock)
        let session = await RoomsSession(
            client, at: reachable ?? address, as: home.keys.identityKey, output: StandardCommandOutput(options))
        let running = Task { () -> ChatStorageError? in
            do throws(ChatStorageError) {
                try await client.run()
                return nil
            } catch { return error }
        }
        let result: Swift.Result<Result, Failure>
        do throws(Failure) { result = .success(try await body(session)) } catch { result = .failure(error) }
        await client.close()
        let broken = await running.value
        // Where it doesn't go now, what was deleted goes when the store is opened again.
        try? store.close()
        if let broken { throw Failure(broken) }
        return try result.get()
    }

    static let clock: @Sendable () -> UnixTime = {
        UnixTime(seconds: UInt64(SystemClock.millisecondsSince1970 / 1_000))
    }

    func onlyRelay(of home: ClientHome) throws(Failure) -> RelayAddress {
        if let only = home.onlyRelay { return only }
        throw Failure(
            .wrongUsage, "Which relay?",
            mend: "Say it:  --relay HOST, or the relay's invite line: sotto://HOST:PORT/KEY")
    }

    func openStore(of home: ClientHome, at relay: RelayKey) throws(Failure) -> ChatStore {
        do throws(HomeError) { return try home.openRooms(at: relay) } catch { throw Failure(error) }
    }

    func core(
        of home: ClientHome, at relay: RelayKey, keptIn store: ChatStore
    ) throws(Failure) -> ChatCore {
        guard let client = RoomClient(home.hello.credential, deviceKey: home.keys.device) else {
            throw Failure(.damaged, "This client's keys can't be used.", mend: "Restore its home from a backup.")
        }
        do throws(ChatStorageError) { return try ChatCore(client, at: relay, keptIn: store) } catch {
            throw Failure(error)
        }
    }
}
