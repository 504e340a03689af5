import FuzzEnds
import FuzzSupport
import Identity
import NIOCore
import NIOEmbedded
import SecureChannel

/// A line that stands, what both sides sent, and what is still on its way.
struct LinePlay {
    private struct Side {
        let end: LineEnd
        /// Application messages accepted for sending, in order.
        var sent: [LineMessage] = []
        var onTheWire: [UInt8] = []
        var unanswered = 0
    }

    private let ends: LineEnds
    private var sides: [Side]
    private let promises = PromiseCount()

    init() throws {
        ends = try LineEnds(hello: try Person.ann.hello().encoded, limits: MessageLimits { Int($0.rawValue) * 64 })
        ends.relay.receive([ends.client.sent()])
        ends.client.receive([ends.relay.sent()])
        ends.relay.receive([ends.client.sent()])
        ends.client.receive([ends.relay.sent()])
        expect(ends.client.seen.events == [.accepted], "no line")
        sides = [Side(end: ends.client), Side(end: ends.relay)]
    }

    mutating func step(_ input: inout FuzzInput) {
        let choice = input.byte()
        let side = Int(choice & 1)
        switch choice >> 1 & 15 {
        case 0...3: write(side, &input)
        case 4, 5: sides[side].end.channel.flush()
        case 6...9: deliver(from: side, Cuts(&input))
        case 10: fire(.end, side)
        case 11: fire(.refuse(.stopping), side)
        case 12: sides[side].end.receiveFIN()
        case 13: ends.loop.advanceTime(by: .seconds(Int64(input.byte())))
        case 14: sides[side].onTheWire = Flip(&input).applied(to: sides[side].onTheWire)
        default: sides[side].onTheWire.removeFirst(min(sides[side].onTheWire.count, Int(input.byte())))
        }
        check()
    }

    /// Nobody's promise is forgotten.
    mutating func end() {
        ends.close()
        check()
        expect(promises.kept == promises.made, "\(promises.made - promises.kept) promises were never kept")
    }

    private mutating func write(_ side: Int, _ input: inout FuzzInput) {
        let kind = MessageKind(rawValue: input.byte())
        let body = ByteBuffer(repeating: input.byte(), count: Int(input.byte()) * (input.flag() ? 700 : 1))
        let message = LineMessage(kind: kind, body: body)
        let promise = ends.loop.makePromise(of: Void.self)
        promises.count(promise.futureResult)
        sides[side].end.channel.write(message, promise: promise)
        if kind.rawValue >= MessageKind.firstOfApplication { sides[side].sent.append(message) }
    }

    private func fire(_ event: LineEvent, _ side: Int) {
        sides[side].end.channel.triggerUserOutboundEvent(event, promise: nil)
    }

    private mutating func deliver(from side: Int, _ cuts: Cuts) {
        sides[side].onTheWire += sides[side].end.sent()
        sides[1 - side].end.receive(cuts.pieces(of: sides[side].onTheWire))
        sides[side].onTheWire = []
    }

    /// What arrives is what was sent, from the start, without a gap.
    private func check() {
        for (sender, receiver) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            let seen = receiver.end.seen
            expect(sender.sent.starts(with: seen.messages), "\(seen.messages.count) messages, not those sent")
            if seen.failure != nil {
                expect(!receiver.end.channel.isActive, "open after \(String(describing: seen.failure))")
            }
        }
    }
}

/// One thread.
private final class PromiseCount: @unchecked Sendable {
    private(set) var made = 0
    private(set) var kept = 0

    func count(_ future: EventLoopFuture<Void>) {
        made += 1
        future.whenComplete { [self] _ in kept += 1 }
    }
}
