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

        /// - Parameter owners: whose each is, told apart by a number.
        init(_ owners: [Int]) throws {
            let someone = Dictionary(uniqueKeysWithValues: Set(owners).map { ($0, LineOwner.someone) })
            for owner in owners {
                let transports = try Transports.make()
                let end = try EmbeddedEnd.line(
                    sending: LineTransport(transports.server), owner: someone[owner] ?? .someone)
                ends.append(end)
                handlers.append(try end.channel.pipeline.syncOperations.handler(type: RecordHandler.self))
            }
        }

        var open: [Bool] { ends.map(\.isOpen) }
    }

    @Test func theMessageThatWasBegunFirstEndsItsLineOnePastTheBound() throws {
        let lines = try Lines([1, 1, 1])
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        unfinished.note(lines.handlers[0], byteCount: LineLimits.unfinishedBytesFree)
        unfinished.note(lines.handlers[1], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[2], byteCount: Self.bytesMax / 2)
        #expect(lines.open == [true, true, true])
        unfinished.note(lines.handlers[2], byteCount: Self.bytesMax / 2 + 1)
        #expect(lines.open == [true, false, true])
        #expect(lines.ends[1].recorder.errors == [.messageTooLarge])
    }

    @Test func onlyWhoHoldsMostLosesALine() throws {
        let lines = try Lines([1, 2, 2, 2])
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 2)
        for index in 1...3 { unfinished.note(lines.handlers[index], byteCount: Self.bytesMax / 6) }
        #expect(lines.open == [true, true, true, true])
        unfinished.note(lines.handlers[3], byteCount: Self.bytesMax / 6 + 8)
        #expect(lines.open == [true, false, true, true])
        // What the other held counts no more.
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax * 2 / 3 - 8)
        #expect(lines.open == [true, false, true, true])
        unfinished.note(lines.handlers[2], byteCount: Self.bytesMax / 6 + 8)
        #expect(lines.open == [false, false, true, true])
    }

    @Test func ofTwoWhoHoldAsMuchTheOlderMessageEnds() throws {
        let lines = try Lines([1, 2, 3])
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        for handler in lines.handlers { unfinished.note(handler, byteCount: Self.bytesMax / 2) }
        #expect(lines.open == [false, true, true])
    }

    @Test func whoFinishesMessagesBeginsAnew() throws {
        let lines = try Lines([1, 1])
        let unfinished = UnfinishedMessages(bytesMax: Self.bytesMax)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[1], byteCount: Self.bytesMax / 2)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 4)
        unfinished.note(lines.handlers[0], byteCount: Self.bytesMax / 2 + 1)
        #expect(lines.open == [true, false])
    }

    @Test func ofWhoHoldsMostUnsentOverAllLinesTheLargestEnds() throws {
        let lines = try Lines([1, 2, 2, 2])
        let unsent = UnsentBytes(bytesMax: Self.bytesMax) { $0.unsentByteCount }
        for (index, part) in zip(0..., [8, 3, 4, 1]) {
            unsent.note(lines.handlers[index], byteCount: Self.bytesMax * part / 16)
        }
        #expect(lines.open == [true, true, true, true])
        unsent.note(lines.handlers[3], byteCount: Self.bytesMax / 16 + 1)
        #expect(lines.open == [true, true, false, true])
    }

    @Test func whoHoldsMostUnsentEndsOnePastTheBound() throws {
        let lines = try Lines([1, 2, 3])
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
        let lines = try Lines([1, 2])
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
