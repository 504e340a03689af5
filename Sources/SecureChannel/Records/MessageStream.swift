import NIOCore

/// Cuts the byte stream of a direction into messages. Records mean nothing here: a message may span several of them,
/// and one record may hold many messages.
///
/// Whole messages are slices of what came in; only what is cut off by a record's end is copied.
struct MessageStream {
    private let limits: MessageLimits
    private var rest = ByteBuffer()

    init(limits: MessageLimits) { self.limits = limits }

    /// Bytes that are kept of a message that isn't whole.
    var unfinishedByteCount: Int { rest.readableBytes }

    /// Takes the next plaintext and hands each message that is whole to `deliver`, in order.
    ///
    /// - Throws: ``LineError/messageTooLarge`` as soon as a header announces too much, before its body is gathered.
    mutating func receive(_ plaintext: ByteBuffer, deliver: (LineMessage) -> Void) throws(LineError) {
        var bytes = plaintext
        try complete(from: &bytes, deliver: deliver)
        guard rest.readableBytes == 0 else { return }
        while let message = try next(in: &bytes) { deliver(message) }
        if bytes.readableBytes > 0 { rest.writeBuffer(&bytes) }
    }

    /// Fills up what an earlier record left unfinished: first the header, then the body.
    private mutating func complete(from bytes: inout ByteBuffer, deliver: (LineMessage) -> Void) throws(LineError) {
        while rest.readableBytes > 0, bytes.readableBytes > 0 {
            let missing = try wholeByteCount() - rest.readableBytes
            guard var part = bytes.readSlice(length: min(missing, bytes.readableBytes)) else { return }
            rest.writeBuffer(&part)
            guard let message = try next(in: &rest) else { continue }
            deliver(message)
            rest = ByteBuffer()
        }
    }

    /// Bytes until the unfinished message, or at least its header, is whole.
    private func wholeByteCount() throws(LineError) -> Int {
        guard let length = rest.getInteger(at: rest.readerIndex, as: UInt32.self),
            rest.readableBytes >= LineLimits.messageHeaderByteCount
        else { return LineLimits.messageHeaderByteCount }
        return LineLimits.messageHeaderByteCount + Int(length)
    }

    private func next(in bytes: inout ByteBuffer) throws(LineError) -> LineMessage? {
        guard bytes.readableBytes >= LineLimits.messageHeaderByteCount,
            let length = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self),
            let kindByte = bytes.getInteger(at: bytes.readerIndex + 4, as: UInt8.self)
        else { return nil }
        let kind = MessageKind(rawValue: kindByte)
        guard Int(length) <= limits.bodyBytesMax(of: kind) else { throw .messageTooLarge }
        guard bytes.readableBytes >= LineLimits.messageHeaderByteCount + Int(length) else { return nil }
        bytes.moveReaderIndex(forwardBy: LineLimits.messageHeaderByteCount)
        guard let body = bytes.readSlice(length: Int(length)) else { return nil }
        return LineMessage(kind: kind, body: body)
    }
}
