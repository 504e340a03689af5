package import NIOCore

/// Opens records in place as they arrive and hands on their messages.
///
/// Memory is bounded by what has arrived: nothing is reserved for what a length announces.
package struct RecordReader: ~Copyable {
    private var cipher: RecordCipher
    private var stream: MessageStream
    private var received = ByteBuffer()
    private var plaintexts: [Range<Int>] = []

    package init(cipher: consuming RecordCipher, limits: MessageLimits) {
        self.cipher = cipher
        stream = MessageStream(limits: limits)
    }

    /// Bytes that are kept of a message that isn't whole.
    var unfinishedByteCount: Int { stream.unfinishedByteCount }

    /// Takes what the socket gave and delivers each message that is whole, in order. `bytes` are copied: they lie in
    /// the buffer into which the whole loop reads.
    ///
    /// - Throws: after delivering what came in whole records before: ``LineError/malformed`` for a length out of
    ///   bounds, ``LineError/doesNotOpen``, ``LineError/messageTooLarge``. The line is over then.
    package mutating func receive(_ bytes: ByteBuffer, deliver: (LineMessage) -> Void) throws(LineError) {
        var bytes = bytes
        received.writeBuffer(&bytes)
        var failure: LineError?
        do throws(LineError) { try openWholeRecords() } catch { failure = error }
        try deliverPlaintexts(to: deliver)
        if let failure { throw failure }
    }

    /// All are opened before the first is sliced: a slice shares the buffer's storage, and opening the next record in
    /// a shared buffer would copy it whole.
    private mutating func openWholeRecords() throws(LineError) {
        var start = received.readerIndex
        defer { received.moveReaderIndex(to: start) }
        while let length = received.getInteger(at: start, as: UInt16.self).map(Int.init) {
            guard LineLimits.recordBytes.contains(length) else { throw .malformed }
            let content = start + LineLimits.lengthByteCount
            guard received.writerIndex - content >= length else { return }
            let offset = content - received.readerIndex
            try cipher.open(offset..<offset + length, of: &received)
            plaintexts.append(content..<content + length - LineLimits.tagByteCount)
            start = content + length
        }
    }

    private mutating func deliverPlaintexts(to deliver: (LineMessage) -> Void) throws(LineError) {
        guard !plaintexts.isEmpty else { return }
        defer { plaintexts.removeAll(keepingCapacity: false) }
        var opened = received
        // The unfinished record goes to a buffer of its own, so that the slices given out don't share its storage.
        received = opened.readableBytes > 0 ? ByteBuffer(bytes: opened.readableBytesView) : ByteBuffer()
        for range in plaintexts {
            opened.moveReaderIndex(to: range.lowerBound)
            guard let plaintext = opened.readSlice(length: range.count) else { continue }
            try stream.receive(plaintext, deliver: deliver)
        }
    }
}
