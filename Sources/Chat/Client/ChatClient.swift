package import MLS
package import RelayClient
import RelayProtocol

/// A client of one relay, running: a ``ChatCore`` with its line, its store and a clock.
///
/// What it is asked for is kept when the asking returns, and done as soon as it can be, in this run or a later one. Only
/// one may run on a store.
package actor ChatClient {
    private var core: ChatCore
    /// For what has no place in rooms: names, devices. Its events are this client's to read.
    package nonisolated let line: RelayClient
    private let clock: @Sendable () -> UnixTime
    private let (woken, clockHand) = AsyncStream.makeStream(of: ChatInput.self)
    private var listeners: [Int: AsyncStream<ChatEvent>.Continuation] = [:]
    private var listenerCount = 0
    /// Whether a line to the relay stands.
    package private(set) var isOnline = false
    private var isClosing = false
    private var waitingForRest: [CheckedContinuation<Void, Never>] = []

    package init(
        _ core: ChatCore, on line: RelayClient, clock: @escaping @Sendable () -> UnixTime
    ) {
        (self.core, self.line, self.clock) = (core, line, clock)
    }

    /// Dials, and goes on until ``close()``.
    ///
    /// - Throws: ``ChatStorageError`` where nothing can be kept any more: the line is closed then.
    package func run() async throws(ChatStorageError) {
        line.begin()
        let result = await withTaskGroup(of: Result<Void, ChatStorageError>.self) { group in
            let (heard, woken) = (line.events.map(ChatInput.heard), woken)
            group.addTask { await self.takeAll(heard) }
            group.addTask { await self.takeAll(woken) }
            var result = Result<Void, ChatStorageError>.success(())
            for await ended in group {
                guard case .failure = ended else { continue }
                if case .success = result { result = ended }
                await self.close()
            }
            return result
        }
        endWaitingForRest()
        for listener in listeners.values { listener.finish() }
        listeners = [:]
        return try result.get()
    }

    /// Ends. What is on its way is waited for, for some seconds at most; the rest is kept.
    package func close() async {
        isClosing = true
        await rest()
        await line.close(waitsForLine: false)
        clockHand.finish()
    }

    /// Returns when nothing is asked of the relay that it hasn't answered, or there is no line; after some seconds in any
    /// case.
    package func rest() async {
        guard isOnline, !core.isAtRest else { return }
        let patience = Task {
            try await Task.sleep(for: Self.patience)
            self.endWaitingForRest()
        }
        await withCheckedContinuation { waitingForRest.append($0) }
        patience.cancel()
    }

    /// - Throws: ``ChatStorageError``; nothing is kept of it then, and nothing done.
    package func perform(_ command: ChatCommand) throws(ChatStorageError) {
        perform(try core.take(.asked(command), now: clock()))
    }

    /// What is told from now on, for one reader.
    package func events() -> AsyncStream<ChatEvent> {
        listenerCount += 1
        let number = listenerCount
        let (stream, continuation) = AsyncStream.makeStream(of: ChatEvent.self)
        listeners[number] = continuation
        continuation.onTermination = { _ in Task { await self.forget(number) } }
        return stream
    }

    /// Looks at what is known now.
    package func read<Result: Sendable, Failure: Error>(
        _ body: (ChatCore) throws(Failure) -> Result
    ) throws(Failure) -> Result { try body(core) }

    private func forget(_ listener: Int) { listeners[listener] = nil }

    private func takeAll(_ inputs: some AsyncSequence<ChatInput, Never> & Sendable) async -> Result<
        Void, ChatStorageError
    > {
        do throws(ChatStorageError) {
            for await input in inputs { try await take(input) }
            return .success(())
        } catch { return .failure(error) }
    }

    /// Takes it once the disk has room for what comes of it; what else comes from there waits meanwhile.
    private func take(_ input: ChatInput) async throws(ChatStorageError) {
        while true {
            do throws(ChatStorageError) {
                return perform(try core.take(input, now: clock()))
            } catch {
                guard error == .full, !isClosing else { throw error }
                tell(.diskFull)
            }
            try? await Task.sleep(for: Self.diskPause)
        }
    }

    private func perform(_ actions: [ChatAction]) {
        for action in actions {
            switch action {
            case .ask(let tag, let request): ask(request, tag)
            case .tell(let event): tell(event)
            case .wake(let milliseconds):
                let clockHand = clockHand
                Task {
                    try? await Task.sleep(for: .milliseconds(milliseconds))
                    clockHand.yield(.woke)
                }
            }
        }
        if core.isAtRest || !isOnline { endWaitingForRest() }
    }

    private func endWaitingForRest() {
        let waiting = waitingForRest
        waitingForRest = []
        for each in waiting { each.resume() }
    }

    private func ask(_ request: ChatRequest, _ tag: RequestTag) {
        switch request {
        case .plain(let request): line.ask(request, as: tag.number, persistently: request.isPatient)
        case .open(let room, let key): line.open(room, with: key, as: tag.number)
        case .follow(let log, let from): line.follow(log, from: from, as: tag.number)
        case .forget(let room): line.forget(room, as: tag.number)
        }
    }

    private func tell(_ event: ChatEvent) {
        switch event {
        case .online: isOnline = true
        case .offline, .ended: isOnline = false
        default: break
        }
        for listener in listeners.values { listener.yield(event) }
    }

    /// How long what is on its way is waited for.
    private static let patience = Duration.seconds(5)
    /// How long a full disk is left alone.
    private static let diskPause = Duration.seconds(1)
}

extension RelayRequest {
    /// Whether it is asked again where the relay can't just now. For the others somebody waits, and should hear it.
    fileprivate var isPatient: Bool {
        switch self {
        case .claimKeyPackages, .lookUp, .claimName, .releaseName: false
        default: true
        }
    }
}
