import NIOCore

/// Gathers one handshake message at a time. A length outside what is expected is refused before a byte is gathered.
struct HandshakeFrames {
    private var received = ByteBuffer()

    mutating func receive(_ bytes: ByteBuffer) {
        var bytes = bytes
        received.writeBuffer(&bytes)
    }

    /// The next message once it is whole.
    ///
    /// - Throws: ``LineError/malformed`` if the announced length isn't in `expected`.
    mutating func next(of expected: ClosedRange<Int>) throws(LineError) -> [UInt8]? {
        guard let length = received.getInteger(at: received.readerIndex, as: UInt16.self).map(Int.init) else {
            return nil
        }
        guard expected.contains(length) else { throw .malformed }
        guard received.readableBytes >= LineLimits.lengthByteCount + length else { return nil }
        received.moveReaderIndex(forwardBy: LineLimits.lengthByteCount)
        return received.readBytes(length: length)
    }

    /// What came behind the last handshake message: already records.
    mutating func takeRest() -> ByteBuffer? {
        defer { received = ByteBuffer() }
        return received.readableBytes > 0 ? received : nil
    }

    static func framed(_ message: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt16(clamping: message.count))
        buffer.writeBytes(message)
        return buffer
    }
}
