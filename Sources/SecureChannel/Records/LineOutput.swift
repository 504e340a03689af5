package import NIOCore

/// A line as a ``LineSession`` writes to it: on the line's event loop, with no step between a message and the record
/// in which it leaves.
///
/// What is appended waits for ``flush()``, and then shares records, for a seal and a packet cost more than a small
/// message. On a line that takes nothing any more all of this does nothing: the session is told, or has ended it itself.
package protocol LineOutput: AnyObject {
    /// Where everything here must be called.
    var eventLoop: any EventLoop { get }

    /// - Throws: ``LineError/messageTooLarge`` for a body above 4 MiB; nothing of it is sent then.
    func append(_ message: LineMessage) throws(LineError)

    /// Appends the bytes of whole messages: length(4) ‖ kind ‖ body, one or many. That they are whole, of kinds from 16
    /// on and within their limits is the caller's word; the peer closes on anything else.
    func append(encoded messages: ByteBuffer)

    /// Seals what was appended and hands it to the socket: one record unless it is full, one write.
    func flush()

    /// Bytes that were appended and that the socket hasn't taken yet. Past 8 MiB the line ends as
    /// ``LineError/silent``: stop feeding a slow reader long before. Asking costs a microsecond while bytes wait for
    /// the socket, else nothing.
    var queuedByteCount: Int { get }

    /// `false` from 256 KiB of sealed bytes that wait for the socket on, until less than 64 KiB do:
    /// ``LineSession/drained()`` tells. Asking costs nothing.
    var isWritable: Bool { get }

    /// This end says nothing more, but goes on listening. What was appended leaves first.
    func end()

    /// One sealed record that says why, then the end. Only a relay refuses.
    func refuse(_ refusal: Refusal)

    /// Reads nothing more from the socket until ``resumeReading()``; what has arrived may still come. A peer of which
    /// nothing is heard for too long is given up all the same. Asking twice makes no difference.
    func pauseReading()

    func resumeReading()

    /// Closes at once: what the socket hasn't taken is lost.
    func close()
}
