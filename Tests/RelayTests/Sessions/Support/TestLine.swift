import Identity
import NIOCore
import NIOPosix
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel

/// A client's line to a relay under test: asks, and keeps what it hears.
final class TestLine: Sendable {
    struct Heard: Sendable {
        var answers: [RequestNumber: RelayAnswer] = [:]
        /// In the order in which they came.
        var answered: [RequestNumber] = []
        /// Each entry as an event of its own.
        var events: [RelayEvent] = []
        var isOver = false
        var error: LineError?
    }

    let channel: any Channel
    let handshakeHash: [UInt8]
    private let log: TestLineLog

    private init(channel: any Channel, handshakeHash: [UInt8], log: TestLineLog) {
        self.channel = channel
        self.handshakeHash = handshakeHash
        self.log = log
    }

    /// Logged in, and not yet started.
    static func dial(
        _ address: SocketAddress, _ identity: ClientLineIdentity, relay: RelayKey
    ) async throws -> TestLine {
        let log = TestLineLog()
        let setup = LineSetup(limits: MessageLimits { _ in .max }, handshakeDeadline: .hours(1)) { channel, _ in
            try channel.pipeline.syncOperations.addHandler(TestLineHandler(log))
        }
        let dialer = LineDialer(group: MultiThreadedEventLoopGroup.singleton, identity: identity)
        let (channel, peer) = try await dialer.dial(
            host: address.ipAddress ?? "", port: UInt16(address.port ?? 0), pin: relay, setup: setup)
        return TestLine(channel: channel, handshakeHash: peer.handshakeHash, log: log)
    }

    var heard: Heard { log.heard }

    func when(_ isMet: @escaping @Sendable (Heard) -> Bool) async -> Heard {
        await log.when { isMet($0) ? $0 : nil }
    }

    /// Says all of it in one record.
    @discardableResult func send(_ requests: [RelayRequest]) throws -> [RequestNumber] {
        let numbers = requests.map { _ in log.nextNumber() }
        for (request, number) in zip(requests, numbers) { write(try RelayMessage(request, number)) }
        channel.flush()
        return numbers
    }

    @discardableResult func send(_ request: RelayRequest) throws -> RequestNumber { try send([request])[0] }

    /// Whatever bytes they are.
    func send(kind: UInt8, body: [UInt8]) {
        write(RelayMessage(kind: kind, body: body))
        channel.flush()
    }

    func answer(to number: RequestNumber) async throws -> RelayAnswer {
        let answer = await log.when { heard -> Result<RelayAnswer, LineError>? in
            if let answer = heard.answers[number] { return .success(answer) }
            return heard.isOver ? .failure(heard.error ?? .lost) : nil
        }
        return try answer.get()
    }

    func ask(_ request: RelayRequest) async throws -> RelayAnswer { try await answer(to: try send(request)) }

    /// At least so many.
    func events(_ count: Int) async -> [RelayEvent] { await when { $0.events.count >= count || $0.isOver }.events }

    /// All that have come, and haven't been taken yet.
    func takeEvents() -> [RelayEvent] {
        var taken: [RelayEvent] = []
        log.change { swap(&taken, &$0.events) }
        return taken
    }

    func end() { channel.triggerUserOutboundEvent(LineEvent.end, promise: nil) }

    func close() async { try? await channel.close() }

    func setReading(_ isReading: Bool) async throws {
        try await channel.setOption(.autoRead, value: isReading).get()
    }

    private func write(_ message: RelayMessage) {
        channel.write(
            LineMessage(kind: MessageKind(rawValue: message.kind), body: ByteBuffer(bytes: message.body)),
            promise: nil)
    }
}
