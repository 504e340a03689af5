import NIOCore
import Noise
import SecureChannel

/// The line's own path: its record cipher, with key renewal, on NIO's buffer.
final class RecordCipherLoop: RecordLoop {
    private let layout: RecordLayout
    private var buffer: ByteBuffer
    private var sending: RecordCipher
    private var receiving: RecordCipher

    init(_ layout: RecordLayout, pair: consuming Pair) {
        self.layout = layout
        buffer = ByteBuffer(repeating: 0, count: layout.bufferByteCount)
        sending = RecordCipher(pair.initiator.sending)
        receiving = RecordCipher(pair.responder.receiving)
    }

    func seal() throws { try Self.seal(&buffer, with: &sending, layout) }
    func open() throws { try Self.open(&buffer, with: &receiving, layout) }

    private static func seal(
        _ buffer: inout ByteBuffer, with cipher: inout RecordCipher, _ layout: RecordLayout
    ) throws {
        for index in 0..<layout.recordCount {
            let start = layout.start(index)
            try cipher.seal(start..<start + layout.sealedByteCount, of: &buffer)
        }
    }

    private static func open(
        _ buffer: inout ByteBuffer, with cipher: inout RecordCipher, _ layout: RecordLayout
    ) throws {
        for index in 0..<layout.recordCount {
            let start = layout.start(index)
            try cipher.open(start..<start + layout.sealedByteCount, of: &buffer)
        }
    }
}
