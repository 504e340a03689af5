import Foundation
import NIOCore
import RelayProtocol
import SecureChannel

/// What somebody asks of a relay over a line of his own making: any bytes, in any order. Every wait blocks its thread and
/// has an end.
final class RelayLine {
    let line: RawLine
    private var lastNumber: UInt32 = 0
    /// What was heard and not taken yet.
    private(set) var answers: [RequestNumber: RelayAnswer] = [:]
    private(set) var events: [RelayEvent] = []
    private static let patience = 60.0

    /// On which nothing was said.
    init(_ line: RawLine) { self.line = line }

    init(starting line: RawLine) throws {
        self.line = line
        guard case .started = try ask(.start(Start(version: RelayProtocolVersion.current))) else {
            throw RawLine.Failed(step: "start")
        }
    }

    /// All of it in as few records as hold it.
    @discardableResult func send(_ requests: [RelayRequest]) throws -> [RequestNumber] {
        let numbers = requests.map { _ in nextNumber() }
        let messages = try zip(requests, numbers).map { try Self.message($0, $1) }
        guard line.socket.send(try line.sealed(messages)) else { throw RawLine.Failed(step: "send") }
        return numbers
    }

    /// What the kernel takes at once, for who doesn't want to wait until the relay reads.
    func sealed(_ requests: [RelayRequest]) throws -> [UInt8] {
        try line.sealed(requests.map { try Self.message($0, nextNumber()) })
    }

    func say(kind: UInt8, body: [UInt8]) throws {
        try line.send([LineMessage(kind: MessageKind(rawValue: kind), body: ByteBuffer(bytes: body))])
    }

    func answer(to number: RequestNumber) throws -> RelayAnswer {
        while answers[number] == nil {
            guard try hear(within: Self.patience) else { throw RawLine.Failed(step: "answer") }
        }
        return answers.removeValue(forKey: number) ?? .refused(Refused(code: .malformed, detail: 0))
    }

    func ask(_ request: RelayRequest) throws -> RelayAnswer { try answer(to: try send([request])[0]) }

    /// Takes that many events, or those that came in time.
    func events(_ count: Int, within seconds: Double = patience) throws -> [RelayEvent] {
        while events.count < count, try hear(within: seconds) {}
        let taken = Array(events.prefix(count))
        events.removeFirst(taken.count)
        return taken
    }

    /// Takes all that have come, and says how many.
    func takeAnswers() -> Int {
        defer { answers = [:] }
        return answers.count
    }

    /// One more message; `false` if none came.
    func hear(within seconds: Double) throws -> Bool {
        guard let message = try line.next(within: seconds) else { return false }
        switch message.kind {
        case .ping: try line.send([LineMessage(kind: .pong, body: message.body)])
        default:
            let heard = RelayMessage(kind: message.kind.rawValue, body: Array(message.body.readableBytesView))
            switch try heard.heard() {
            case .answer(let answer)?: answers[answer.number] = answer.content
            case .event(let event)?: take(event)
            case nil: break
            }
        }
        return true
    }

    /// Entries that came together are as many events.
    private func take(_ event: RelayEvent) {
        guard case .entries(let entries) = event else { return events.append(event) }
        for (number, entry) in entries.numbered {
            events.append(.entries(EntriesEvent(room: entries.room, number: number, entry: entry)))
        }
    }

    private func nextNumber() -> RequestNumber {
        lastNumber += 1
        return RequestNumber(lastNumber)
    }

    private static func message(_ request: RelayRequest, _ number: RequestNumber) throws -> LineMessage {
        let message = try RelayMessage(request, number)
        return LineMessage(kind: MessageKind(rawValue: message.kind), body: ByteBuffer(bytes: message.body))
    }
}
