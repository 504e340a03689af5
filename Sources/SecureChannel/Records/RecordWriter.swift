package import NIOCore

/// Lays messages out as records, each where it will be sealed: length, plaintext, room for the tag.
///
/// Everything between two flushes shares records, for a seal and a packet cost more than a small message.
package struct RecordWriter: ~Copyable {
    private var cipher: RecordCipher
    private var buffer = ByteBuffer()
    /// Where the unfinished record's length stands.
    private var recordStart: Int?

    package init(cipher: consuming RecordCipher) { self.cipher = cipher }

    /// Lays what comes next into `spare`, which is empty and nobody else's, unless something is laid out already.
    mutating func begin(in spare: ByteBuffer) {
        if buffer.readableBytes == 0 { buffer = spare }
    }

    /// Appends a message to what the next flush sends.
    ///
    /// - Throws: ``LineError/messageTooLarge`` for a body above ``LineLimits/messageBodyBytesMax``; nothing of it is
    ///   sent then.
    package mutating func append(_ message: LineMessage) throws(LineError) {
        let length = message.body.readableBytes
        guard length <= LineLimits.messageBodyBytesMax else { throw .messageTooLarge }
        buffer.reserveCapacity(minimumWritableBytes: Self.overheadByteCount + length)
        try makeRoomForHeader()
        buffer.writeInteger(UInt32(length))
        buffer.writeInteger(message.kind.rawValue)
        var body = message.body
        try append(&body)
    }

    /// Appends the bytes of whole messages, each laid out as ``append(_:)`` does it. That they are, and
    /// that their bodies keep to the limits, is the caller's word: the other end closes on anything else.
    package mutating func append(encoded messages: ByteBuffer) throws(LineError) {
        guard messages.readableBytes > 0 else { return }
        buffer.reserveCapacity(minimumWritableBytes: messages.readableBytes + Self.recordOverheadByteCount)
        var messages = messages
        try append(&messages)
    }

    /// Bytes that the next flush sends, without the tag of the record that isn't full yet.
    package var unsealedByteCount: Int { buffer.readableBytes }

    /// All that was appended, sealed; `nil` if nothing was.
    package mutating func flush() throws(LineError) -> ByteBuffer? {
        try finishRecord()
        guard buffer.readableBytes > 0 else { return nil }
        let sealed = buffer
        buffer = ByteBuffer()
        return sealed
    }

    /// What a record takes besides its plaintext.
    private static let recordOverheadByteCount = LineLimits.lengthByteCount + LineLimits.tagByteCount
    /// What a message in a record of its own takes besides its body.
    private static let overheadByteCount = recordOverheadByteCount + LineLimits.messageHeaderByteCount

    /// A header isn't cut in two: in pieces it would need a buffer of its own first.
    private mutating func makeRoomForHeader() throws(LineError) {
        if let recordStart, room(inRecordAt: recordStart) < LineLimits.messageHeaderByteCount { try finishRecord() }
        if recordStart == nil { beginRecord() }
    }

    private func room(inRecordAt start: Int) -> Int {
        LineLimits.recordPlaintextBytes.upperBound - (buffer.writerIndex - start - LineLimits.lengthByteCount)
    }

    private mutating func append(_ bytes: inout ByteBuffer) throws(LineError) {
        while bytes.readableBytes > 0 {
            let room = room(inRecordAt: recordStart ?? beginRecord())
            guard bytes.readableBytes >= room else {
                buffer.writeBuffer(&bytes)
                return
            }
            guard var part = bytes.readSlice(length: room) else { return }
            buffer.writeBuffer(&part)
            try finishRecord()
        }
    }

    @discardableResult private mutating func beginRecord() -> Int {
        let start = buffer.writerIndex
        buffer.writeInteger(UInt16(0))
        recordStart = start
        return start
    }

    private mutating func finishRecord() throws(LineError) {
        guard let start = recordStart else { return }
        recordStart = nil
        buffer.writeRepeatingByte(0, count: LineLimits.tagByteCount)
        let contentStart = start + LineLimits.lengthByteCount
        guard let length = UInt16(exactly: buffer.writerIndex - contentStart) else { throw .malformed }
        buffer.setInteger(length, at: start)
        try cipher.seal(contentStart - buffer.readerIndex..<buffer.readableBytes, of: &buffer)
    }
}
