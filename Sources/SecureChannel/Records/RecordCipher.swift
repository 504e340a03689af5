package import NIOCore
package import Noise
import Sodium

/// One direction's cipher with the line's rule for renewing its key: before each record n that is a positive multiple
/// of 65,536, k = REKEY(k), and n goes on.
package struct RecordCipher: ~Copyable {
    private var cipher: CipherState

    package init(_ cipher: consuming CipherState) { self.cipher = cipher }

    /// Seals `range` of the readable bytes in place: plaintext with 16 bytes of room behind it.
    package mutating func seal(_ range: Range<Int>, of buffer: inout ByteBuffer) throws(LineError) {
        renewIfDue()
        var bytes = buffer.mutableReadableBytesSpan
        do throws(NoiseError) {
            try bytes.withBytes(in: range) { (record) throws(NoiseError) in try cipher.seal(inPlace: &record) }
        } catch {
            throw .malformed
        }
    }

    /// Opens `range` of the readable bytes in place. A record that doesn't open moves no nonce.
    package mutating func open(_ range: Range<Int>, of buffer: inout ByteBuffer) throws(LineError) {
        renewIfDue()
        var bytes = buffer.mutableReadableBytesSpan
        do throws(NoiseError) {
            try bytes.withBytes(in: range) { (record) throws(NoiseError) in try cipher.open(inPlace: &record) }
        } catch {
            throw .doesNotOpen
        }
    }

    /// The record for which the key was renewed last: a record that doesn't open must not renew it twice.
    private var renewedFor: UInt64 = 0

    private mutating func renewIfDue() {
        let number = cipher.nonce
        guard number != renewedFor, number % LineProtocol.rekeyInterval == 0 else { return }
        cipher.rekey()
        renewedFor = number
    }
}
