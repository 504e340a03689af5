import NIOCore
import Noise
import SecureChannel

/// Plaintexts sealed one by one, as a peer may that cuts its records where it likes.
struct SealedStream {
    private(set) var wire: [UInt8] = []
    private var plaintextByteCounts: [(wireEnd: Int, byteCount: Int)] = []

    init(_ plaintexts: [[UInt8]], by cipher: consuming CipherState) throws {
        var cipher = RecordCipher(cipher)
        for plaintext in plaintexts {
            var record = ByteBuffer(integer: UInt16(plaintext.count + 16))
            record.writeBytes(plaintext)
            record.writeRepeatingByte(0, count: 16)
            try cipher.seal(2..<record.readableBytes, of: &record)
            wire += record.readableBytesView
            plaintextByteCounts.append((wire.count, plaintext.count))
        }
    }

    /// What the records hold that end before that byte of the wire.
    func plaintextByteCount(before place: Int) -> Int {
        plaintextByteCounts.prefix { $0.wireEnd <= place }.reduce(0) { $0 + $1.byteCount }
    }
}
