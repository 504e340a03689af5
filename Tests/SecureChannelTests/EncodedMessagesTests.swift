import NIOCore
import Noise
import TestSupport
import Testing

@testable import SecureChannel

/// Messages that come to a record as the bytes that they are there.
struct EncodedMessagesTests {
    @Test func arriveAsTheMessagesThatTheyAre() throws {
        var random = SeededRandom.announced()
        for _ in 0..<40 {
            var line = try Direction.make()
            let sent = (0..<Int.random(in: 1...30, using: &random)).map { _ -> LineMessage in
                let size = [0, 1, 200, 65_513, 65_514, 140_000].randomElement(using: &random) ?? 0
                return .text(random.bytes(count: Int.random(in: 0...size, using: &random)))
            }
            var sealed = ByteBuffer()
            var gathered = ByteBuffer()
            for message in sent {
                guard Bool.random(using: &random) else {
                    gathered.writeImmutableBuffer(message.encoded)
                    continue
                }
                try line.writer.append(encoded: gathered)
                gathered.clear()
                try line.writer.append(message)
                if Bool.random(using: &random), let bytes = try line.writer.flush() {
                    sealed.writeImmutableBuffer(bytes)
                }
            }
            try line.writer.append(encoded: gathered)
            if let bytes = try line.writer.flush() { sealed.writeImmutableBuffer(bytes) }
            let received = try line.read(sealed)
            #expect(received == sent)
        }
    }

    /// 65,519 bytes of plaintext fill a record; a header may be cut like anything else.
    @Test(arguments: [(65_514, [65_535]), (65_515, [65_535, 17]), (65_512, [65_533])])
    func fillARecordToTheLastByte(bodyByteCount: Int, recordByteCounts: [Int]) throws {
        var line = try Direction.make()
        let message = LineMessage.text([UInt8](repeating: 7, count: bodyByteCount))
        try line.writer.append(encoded: message.encoded)
        let sealed = try line.writer.flush() ?? ByteBuffer()
        #expect(sealed.records.map { $0.count - 2 } == recordByteCounts)
        let received = try line.read(sealed)
        #expect(received == [message])
    }

    @Test(arguments: 1...8)
    func areCutInTheirHeadersWhereARecordIsFull(room: Int) throws {
        var line = try Direction.make()
        let messages: [LineMessage] = [.text([UInt8](repeating: 1, count: 65_514 - room)), .text("abc")]
        for message in messages { try line.writer.append(encoded: message.encoded) }
        let sealed = try line.writer.flush() ?? ByteBuffer()
        #expect(sealed.records.count == (room < 8 ? 2 : 1))
        let received = try line.read(sealed)
        #expect(received == messages)
    }

    @Test func countUntilTheyLeave() throws {
        var line = try Direction.make()
        #expect(line.writer.unsealedByteCount == 0)
        try line.writer.append(encoded: LineMessage.text("abc").encoded)
        #expect(line.writer.unsealedByteCount == 2 + 5 + 3)
        _ = try line.writer.flush()
        #expect(line.writer.unsealedByteCount == 0)
    }

    @Test func areLaidIntoASpareBufferOnlyWhereNothingElseIs() throws {
        var line = try Direction.make()
        let spare = ByteBufferAllocator().buffer(capacity: 4_096)
        line.writer.begin(in: spare)
        try line.writer.append(.text("first"))
        line.writer.begin(in: spare)
        try line.writer.append(.text("second"))
        let sealed = try line.writer.flush() ?? ByteBuffer()
        let received = try line.read(sealed)
        #expect(received == [.text("first"), .text("second")])
    }
}
