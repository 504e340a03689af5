import FuzzSupport
import NIOCore
import SecureChannel

enum RecordFuzz {
    /// Bytes that nobody sealed: nothing of them is ever delivered.
    static func receiveAnyBytes(_ input: inout FuzzInput) throws {
        let key = try KnownKey.make()
        var reading = Reading(key.receiving)
        let cuts = Cuts(&input)
        reading.receive(cuts.pieces(of: input.rest()))
        expect(reading.messages.isEmpty, "a forgery was delivered")
    }

    /// A stream of a peer that holds the keys and nothing else: it arrives as the plainest decoder reads it, however
    /// records and packets cut it, and up to the record that was tampered with.
    static func receiveAnyStream(_ input: inout FuzzInput) throws {
        let key = try KnownKey.make()
        let (recordCuts, packetCuts, flip) = (Cuts(&input), Cuts(&input), Flip(&input))
        let stream = input.rest()
        let sealed = try SealedStream(recordCuts.pieces(of: stream), by: key.sending)
        var reading = Reading(key.receiving)
        reading.receive(packetCuts.pieces(of: flip.applied(to: sealed.wire)))
        let damaged = flip.place(in: sealed.wire)
        let intactByteCount = damaged.map(sealed.plaintextByteCount(before:)) ?? stream.count
        let expected = PlainDecoder.decode(stream.prefix(intactByteCount))
        expect(reading.messages == expected.messages, "\(reading.messages) instead of \(expected.messages)")
        if damaged == nil { expect(reading.failure == expected.failure, "\(String(describing: reading.failure))") }
    }

    /// Messages of any size, flushed anywhere, arrive as they were sent.
    static func sendAndReceive(_ input: inout FuzzInput) throws {
        let key = try KnownKey.make()
        var writer = RecordWriter(cipher: RecordCipher(key.sending))
        let packetCuts = Cuts(&input)
        var (sent, wire): ([LineMessage], [UInt8]) = ([], [])
        while !input.isAtEnd, wire.count < 100_000, sent.count < 100 {
            let choice = input.byte()
            let byteCount = choice & 1 == 0 ? Int(input.byte()) : input.uint16() * 2
            let body = ByteBuffer(repeating: choice, count: byteCount)
            sent.append(LineMessage(kind: PlainDecoder.freeKind, body: body))
            try writer.append(LineMessage(kind: PlainDecoder.freeKind, body: body))
            if choice & 2 == 2, let sealed = try writer.flush() { wire += sealed.readableBytesView }
        }
        if let sealed = try writer.flush() { wire += sealed.readableBytesView }
        var reading = Reading(key.receiving)
        reading.receive(packetCuts.pieces(of: wire))
        expect(reading.failure == nil && reading.messages == sent, "\(reading.messages.count) of \(sent.count) arrived")
    }
}
