import NIOCore
import Noise
import Testing

@testable import SecureChannel

struct RekeyTests {
    /// One record a message, past both of the first two renewals.
    @Test func goesOnPastTwoRenewals() throws {
        let ends = try Transports.make()
        var sending = RecordCipher(ends.client.sending)
        var receiving = RecordCipher(ends.server.receiving)
        for number in 0..<131_080 {
            var record = ByteBuffer(repeating: UInt8(truncatingIfNeeded: number), count: 17)
            try sending.seal(0..<17, of: &record)
            try receiving.open(0..<17, of: &record)
            guard record.getInteger(at: 0, as: UInt8.self) == UInt8(truncatingIfNeeded: number) else {
                Issue.record("record \(number)")
                return
            }
        }
    }

    /// Against a cipher state that the test renews by hand: before the record, not behind it, and no other.
    @Test(arguments: [65_536, 131_072, 65_536 * 1_000] as [UInt64])
    func renewsTheKeyBeforeExactlyTheRecordsThatAreMultiples(multiple: UInt64) throws {
        let ends = try Transports.make()
        var plain = ends.server.receiving
        plain.setNonce(multiple - 2)
        var sending = ends.client.sending
        sending.setNonce(multiple - 2)
        var line = RecordCipher(sending)
        for number in (multiple - 2)...(multiple + 2) {
            if number == multiple { plain.rekey() }
            var record = ByteBuffer(repeating: 9, count: 17)
            try line.seal(0..<17, of: &record)
            let opened = try plain.open(record.bytes)
            #expect(opened == [9], "record \(number)")
        }
    }

    @Test func doesNotRenewBeforeTheFirstRecord() throws {
        let ends = try Transports.make()
        var plain = ends.server.receiving
        var line = RecordCipher(ends.client.sending)
        var record = ByteBuffer(repeating: 1, count: 17)
        try line.seal(0..<17, of: &record)
        let opened = try plain.open(record.bytes)
        #expect(opened == [1])
    }

    @Test(arguments: [0, 65_535, 65_536, 131_072] as [UInt64])
    func movesNoNonceAndRenewsNoKeyTwiceForARecordThatDoesNotOpen(nonce: UInt64) throws {
        let ends = try Transports.make()
        var outgoing = ends.client.sending
        var incoming = ends.server.receiving
        outgoing.setNonce(nonce)
        incoming.setNonce(nonce)
        var sending = RecordCipher(outgoing)
        var receiving = RecordCipher(incoming)
        for _ in 0..<3 {
            var forged = ByteBuffer(repeating: 0xEE, count: 40)
            #expect(throws: LineError.doesNotOpen) { try receiving.open(0..<40, of: &forged) }
        }
        for byte: UInt8 in [1, 2, 3] {
            var record = ByteBuffer(repeating: byte, count: 17)
            try sending.seal(0..<17, of: &record)
            try receiving.open(0..<17, of: &record)
            #expect(record.getInteger(at: 0, as: UInt8.self) == byte)
        }
    }
}
