import NIOCore
import Noise
import TestSupport
import Testing

@testable import SecureChannel

struct RecordTests {
    @Test func carriesRandomMessagesCutIntoRandomPieces() throws {
        var random = SeededRandom.announced()
        for _ in 0..<40 {
            var line = try Direction.make()
            let sent = (0..<Int.random(in: 1...30, using: &random)).map { _ -> LineMessage in
                let size = [0, 1, 4, 5, 200, 65_514, 65_515, 140_000].randomElement(using: &random) ?? 0
                return .text(random.bytes(count: Int.random(in: 0...size, using: &random)))
            }
            var bytes = ByteBuffer()
            for message in sent {
                try line.writer.append(message)
                guard Bool.random(using: &random), var sealed = try line.writer.flush() else { continue }
                bytes.writeBuffer(&sealed)
            }
            if var sealed = try line.writer.flush() { bytes.writeBuffer(&sealed) }
            var received: [LineMessage] = []
            while bytes.readableBytes > 0 {
                let most = [1, 2, 17, 1_000, 200_000].randomElement(using: &random) ?? 1
                let count = Int.random(in: 1...most, using: &random)
                guard let part = bytes.readSlice(length: min(count, bytes.readableBytes)) else { break }
                received += try line.read(part)
            }
            #expect(received == sent)
        }
    }

    @Test func putsAllMessagesBetweenTwoFlushesIntoOneRecord() throws {
        var line = try Direction.make()
        let sealed = try line.seal((0..<1_000).map { .text("message \($0)") })
        #expect(sealed.records.count == 1)
        let received = try line.read(sealed)
        #expect(received.count == 1_000)
        let next = try line.seal([.text("next")])
        #expect(next.records.count == 1)
    }

    @Test func hasNothingToFlushWhereNothingWasAppended() throws {
        var line = try Direction.make()
        var sealed = try line.writer.flush()
        #expect(sealed == nil)
        try line.writer.append(.text("a"))
        sealed = try line.writer.flush()
        #expect(sealed != nil)
        sealed = try line.writer.flush()
        #expect(sealed == nil)
    }

    /// A record's plaintext is at most 65,519 bytes: header and body of 65,514 bytes fill it, one more begins another.
    @Test(arguments: [(65_514, [65_535]), (65_515, [65_535, 17]), (131_033, [65_535, 65_535])])
    func fillsARecordToTheLastByte(bodyByteCount: Int, recordByteCounts: [Int]) throws {
        var line = try Direction.make()
        let message = LineMessage.text([UInt8](repeating: 7, count: bodyByteCount))
        let sealed = try line.seal([message])
        #expect(sealed.records.map { $0.count - 2 } == recordByteCounts)
        let received = try line.read(sealed)
        #expect(received == [message])
    }

    @Test func carriesAMessageWithoutABody() throws {
        var line = try Direction.make()
        let sealed = try line.seal([LineMessage(kind: .end)])
        #expect(sealed.readableBytes == 2 + 5 + 16)
        let received = try line.read(sealed)
        #expect(received == [LineMessage(kind: .end)])
    }

    @Test func refusesToWriteAMessageLargerThanAnyKindMayBe() throws {
        var line = try Direction.make(bodyBytesMax: 16 << 20)
        let fits = LineMessage.text([UInt8](repeating: 1, count: LineLimits.messageBodyBytesMax))
        let sealed = try line.seal([fits])
        let received = try line.read(sealed)
        #expect(received == [fits])
        #expect(throws: LineError.messageTooLarge) {
            try line.writer.append(.text([UInt8](repeating: 1, count: LineLimits.messageBodyBytesMax + 1)))
        }
        let nothing = try line.writer.flush()
        #expect(nothing == nil)
    }

    @Test(arguments: [0, 1, 15, 16])
    func refusesALengthBelow17BeforeTheRecordIsThere(length: UInt16) throws {
        var line = try Direction.make()
        #expect(throws: LineError.malformed) { try line.read(ByteBuffer(integer: length)) }
    }

    @Test(arguments: [17, 65_535])
    func waitsForARecordOfALengthThatMayBe(length: UInt16) throws {
        var line = try Direction.make()
        let received = try line.read(ByteBuffer(integer: length))
        #expect(received == [])
    }

    /// 17 bytes are one byte of plaintext, and a message may be cut there as anywhere.
    @Test func opensTheShortestRecord() throws {
        let ends = try Transports.make()
        var sending = RecordCipher(ends.client.sending)
        var reader = RecordReader(
            cipher: RecordCipher(ends.server.receiving), limits: MessageLimits { _ in 10 })
        var received: [LineMessage] = []
        for byte: UInt8 in [0, 0, 0, 1, 16, 99] {
            try reader.receive(try Self.record([byte], by: &sending)) { received.append($0) }
        }
        #expect(received == [.text([99])])
    }

    @Test func deliversWhatCameInWholeRecordsBeforeABadOne() throws {
        var line = try Direction.make()
        var bytes = try line.seal([.text("good")])
        bytes.writeInteger(UInt16(3))
        var received: [LineMessage] = []
        #expect(throws: LineError.malformed) { try line.reader.receive(bytes) { received.append($0) } }
        #expect(received == [.text("good")])
    }

    @Test func refusesEachRecordWithAFlippedBit() throws {
        for index in 2..<(2 + 5 + 3 + 16) {
            var line = try Direction.make()
            var sealed = try line.seal([.text("abc")])
            let byte = try #require(sealed.getInteger(at: index, as: UInt8.self))
            sealed.setInteger(byte ^ 1, at: index)
            #expect(throws: LineError.doesNotOpen) { try line.read(sealed) }
        }
    }

    @Test func refusesADoubledARevertedAndASkippedRecord() throws {
        for order in [[0, 0], [1], [0, 2], [1, 0]] {
            var line = try Direction.make()
            var records: [ByteBuffer] = []
            for number in 0..<3 { records.append(try line.seal([.text("message \(number)")])) }
            #expect(throws: LineError.doesNotOpen) { for index in order { _ = try line.read(records[index]) } }
        }
    }

    static func record(_ plaintext: [UInt8], by cipher: inout RecordCipher) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt16(plaintext.count + 16))
        buffer.writeBytes(plaintext + [UInt8](repeating: 0, count: 16))
        try cipher.seal(2..<buffer.readableBytes, of: &buffer)
        return buffer
    }
}
