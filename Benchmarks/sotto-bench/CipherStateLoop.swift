import Noise

/// Noise's cipher state alone, on the same kind of memory as the floor.
final class CipherStateLoop: RecordLoop {
    private let layout: RecordLayout
    private let buffer: UnsafeMutablePointer<UInt8>
    private var sending: CipherState
    private var receiving: CipherState

    init(_ layout: RecordLayout, pair: consuming Pair) {
        self.layout = layout
        buffer = .allocate(capacity: layout.bufferByteCount)
        buffer.initialize(repeating: 0, count: layout.bufferByteCount)
        sending = pair.initiator.sending
        receiving = pair.responder.receiving
    }

    deinit { buffer.deallocate() }

    func seal() throws { try Self.seal(buffer, with: &sending, layout) }
    func open() throws { try Self.open(buffer, with: &receiving, layout) }

    private static func seal(
        _ buffer: UnsafeMutablePointer<UInt8>, with cipher: inout CipherState, _ layout: RecordLayout
    ) throws {
        for index in 0..<layout.recordCount {
            var record = MutableSpan(_unsafeStart: buffer + layout.start(index), count: layout.sealedByteCount)
            try cipher.seal(inPlace: &record)
        }
    }

    private static func open(
        _ buffer: UnsafeMutablePointer<UInt8>, with cipher: inout CipherState, _ layout: RecordLayout
    ) throws {
        for index in 0..<layout.recordCount {
            var record = MutableSpan(_unsafeStart: buffer + layout.start(index), count: layout.sealedByteCount)
            try cipher.open(inPlace: &record)
        }
    }
}
