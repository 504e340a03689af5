import NIOCore
import Noise
import SecureChannel

/// A reader and what it gave, up to the error that ends its line.
struct Reading: ~Copyable {
    private var reader: RecordReader
    private(set) var messages: [LineMessage] = []
    private(set) var failure: LineError?

    init(_ cipher: consuming CipherState) {
        reader = RecordReader(cipher: RecordCipher(cipher), limits: PlainDecoder.limits)
    }

    mutating func receive(_ packets: [[UInt8]]) {
        var messages: [LineMessage] = []
        do throws(LineError) {
            for packet in packets { try reader.receive(ByteBuffer(bytes: packet)) { messages.append($0) } }
        } catch {
            failure = error
        }
        self.messages += messages
    }
}
