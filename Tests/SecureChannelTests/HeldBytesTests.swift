import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// What all lines of a loop hold together, of what hasn't come whole and of what hasn't left.
struct HeldBytesTests {
    private static let bytesMax = 1 << 20

    /// Lines that stand alone.
    private struct Lines {
        var ends: [EmbeddedEnd] = []
        var handlers: [RecordHandler] = []

        init(_ count: Int) throws {
            for _ in 0..<count {
                let transports = try Transports.make()
                let end = try EmbeddedEnd.line(sending: LineTransport(transports.server))
                ends.append(end)
                handlers.append(try end.channel.pipeline.syncOperations.handler(type: RecordHandler.self))
            }
        }

        var open: [Bool] { ends.map(\.isOpen) }
    }

    @Test func theMessageThatWasBegunFirstEndsItsLineOnePastTheBound() throws {
        let lines = try Lines(3)
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        unfinished.note(lines.handlers[0], byteCount: LineLimits.unfinishedBytesFree)
        unfinished.note(lines.handlers[1], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[2], byteCount: Self.bytesMax / 2)
        #expect(lines.open == [true, true, true])
        unfinished.note(lines.handlers[2], byteCount: Self.bytesMax / 2 + 1)
        #expect(lines.open == [true, false, true])
        #expect(lines.ends[1].recorder.errors == [.messageTooLarge])
    }

    @Test func whoFinishesMessagesBeginsAnew() throws {
        let lines = try Lines(2)
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[1], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 4)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 2 + 1)
        #expect(lines.open == [true, false])
    }

    @Test func whoHoldsMostUnsentEndsOnePastTheBound() throws {
        let lines = try Lines(3)
        let unsent = UnsentBytes(bytesMax: Self.bytesMax) { $0.unsentByteCount }
        unsent.note(lines.handlers[0], byteCount: Self.bytesMax / 4)
        unsent.note(lines.handlers[1], byteCount: Self.bytesMax / 2)
        unsent.note(lines.handlers[2], byteCount: Self.bytesMax / 4)
        #expect(lines.open == [true, true, true])
        unsent.note(lines.handlers[0], byteCount: Self.bytesMax / 4 + 1)
        #expect(lines.open == [true, false, true])
        #expect(lines.ends[1].recorder.errors == [.silent])
        // Its bytes count no more.
        unsent.note(lines.handlers[0], byteCount: Self.bytesMax * 3 / 4)
        #expect(lines.open == [true, false, true])
    }

    @Test func nobodyEndsForWhatHasLeftSinceItWasNoted() throws {
        let lines = try Lines(2)
        let unsent = UnsentBytes(bytesMax: Self.bytesMax) { [first = lines.handlers[0]] in
            $0 === first ? 0 : $0.unsentByteCount
        }
        unsent.note(lines.handlers[0], byteCount: Self.bytesMax)
        unsent.note(lines.handlers[1], byteCount: Self.bytesMax)
        #expect(lines.open == [true, true])
        unsent.note(lines.handlers[1], byteCount: Self.bytesMax + 1)
        #expect(lines.open == [true, false])
    }
}
