package import NIOCore
package import RelayProtocol

extension ByteBuffer {
    /// Appends a message as the line's records carry it: length(4) ‖ kind ‖ body.
    package mutating func write(_ message: RelayMessage) {
        writeMessage(kind: message.kind, bodyByteCount: message.body.count)
        writeBytes(message.body)
    }

    /// What stands before a message's body.
    mutating func writeMessage(kind: UInt8, bodyByteCount: Int) {
        writeInteger(UInt32(truncatingIfNeeded: bodyByteCount))
        writeInteger(kind)
    }

    /// Says how long an event with entries is, which wasn't known when it was begun: length(4) ‖ kind ‖ room(32) ‖
    /// number(8) ‖ length(4) ‖ entries.
    mutating func setEntries(at start: Int, end: Int) {
        setInteger(UInt32(truncatingIfNeeded: end - start - 5), at: start)
        setInteger(UInt32(truncatingIfNeeded: end - start - 49), at: start + 45)
    }

    /// - Parameter answer: one whose parts have an encoding, as all that a relay makes have.
    mutating func write(_ answer: RelayAnswer, to number: RequestNumber) {
        guard let message = try? RelayMessage(answer, to: number) else { return }
        write(message)
    }

    /// - Parameter event: one whose parts have an encoding, as all that a relay makes have.
    mutating func write(_ event: RelayEvent) {
        guard let message = try? RelayMessage(event) else { return }
        write(message)
    }
}
