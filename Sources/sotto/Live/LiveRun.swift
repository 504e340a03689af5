import Chat
import RelayProtocol

/// One person's, or pipe's, time at a client that stands at its relay.
struct LiveRun: Sendable {
    let options: GlobalOptions
    let plain: Bool
    let console: any Console
    let stop: StopSignal
    let style: LiveStyle

    /// What is typed, in order.
    private enum Typed: Sendable {
        case line(TypedLine)
        case tooLong
        case over
        case interrupted
    }

    init(
        _ options: GlobalOptions, plain: Bool, endsWithInput: Bool, console: any Console, stop: StopSignal
    ) {
        (self.options, self.plain, self.console, self.stop) = (options, plain, console, stop)
        style = LiveStyle(options, plain: plain, endsWithInput: endsWithInput)
    }

    var screen: LiveScreen { LiveScreen(console: console, json: options.json) }

    /// - Parameter room: where to begin; nothing: in no room.
    /// - Throws: ``Failure`` where the client can't go on, or something that was said isn't on the relay.
    func run(_ session: RoomsSession, in room: RoomID?) async throws(Failure) {
        let events = await session.client.events()
        let places = SendingRoom()
        let client = LiveClient(session, screen: screen, style: style, places: places)
        try await client.begin(in: room)
        let (typed, typing) = AsyncStream.makeStream(of: Typed.self)
        let isTerminal = style.isTerminal
        try console.start { input in
            switch input {
            case .line(let line) where line.isEmpty: break
            case .line(let line):
                let line = isTerminal ? TypedLine(line) : .text(line)
                if case .text = line { _ = places.take(waiting: true) }
                typing.yield(.line(line))
            case .lineTooLong: typing.yield(.tooLong)
            case .end: typing.yield(.over)
            case .interrupt: typing.yield(.interrupted)
            }
        }
        let result = await withTaskGroup(of: Result<Void, Failure>.self) { group in
            group.addTask { await Self.result { () throws(Failure) in try await hear(events, client) } }
            group.addTask { await Self.result { () throws(Failure) in try await take(typed, client) } }
            group.addTask { await Self.result { () throws(Failure) in try await waitPatiently(client) } }
            group.addTask {
                await stop.wait()
                return .success(())
            }
            let first = await group.next() ?? .success(())
            group.cancelAll()
            return first
        }
        try result.get()
        if style.endsWithInput { try await client.checkNothingIsLeft() }
    }

    private func hear(_ events: AsyncStream<ChatEvent>, _ client: LiveClient) async throws(Failure) {
        for await event in events {
            try await client.take(event)
            if style.endsWithInput, await client.isDone { return }
        }
    }

    private func take(_ typed: AsyncStream<Typed>, _ client: LiveClient) async throws(Failure) {
        for await each in typed {
            switch each {
            case .line(let line): if try await client.take(line) { return }
            case .tooLong:
                await client.refuse("a line has more than \(ChatLimits.textBytes.upperBound) bytes: it wasn't taken")
            case .over: if await client.endInput(), style.endsWithInput { return }
            case .interrupted: return
            }
        }
        // Cancelled: another has ended.
    }

    private func waitPatiently(_ client: LiveClient) async throws(Failure) {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            if style.endsWithInput, !style.isTerminal { try await client.checkPatience() }
        }
    }

    private static func result(
        _ body: () async throws(Failure) -> Void
    ) async -> Result<Void, Failure> {
        do throws(Failure) {
            try await body()
            return .success(())
        } catch { return .failure(error) }
    }
}
