package import NIOCore
package import RelayProtocol
package import SecureChannel

/// One line to a relay: numbers requests, matches answers. On the line's event loop alone.
///
/// It decodes answers and leaves events as they came, so that who only counts them pays for nothing else. What is
/// asked leaves with ``flush()``.
package final class RelayConnection: LineSession {
    package typealias Reply = (Result<RelayAnswer, RelayClientError>) -> Void

    private let output: any LineOutput
    /// What signatures that open rooms on this line cover.
    package let handshakeHash: [UInt8]
    private weak var listener: (any RelayConnectionListener)?
    private var unanswered: [RequestNumber: Reply] = [:]
    private var lastNumber: UInt32 = 0
    private var isOver = false
    /// Why this end has closed it.
    private var brokenBy: LineError?

    package init(output: any LineOutput, peer: LinePeer, listener: any RelayConnectionListener) {
        self.output = output
        handshakeHash = peer.handshakeHash
        self.listener = listener
    }

    /// How a line is set up on which relay and client talk.
    package static func setup(
        handshakeDeadline: TimeAmount = LineLimits.handshakeDeadline,
        session: @escaping @Sendable (any LineOutput, LinePeer) -> any LineSession
    ) -> LineSetup {
        LineSetup(
            limits: MessageLimits { RelayMessage.bodyBytesMax(ofKind: $0.rawValue) },
            handshakeDeadline: handshakeDeadline, session: session)
    }

    package var eventLoop: any EventLoop { output.eventLoop }

    /// What was asked and hasn't left yet, or waits for the socket.
    package var queuedByteCount: Int { output.queuedByteCount }

    package var isWritable: Bool { output.isWritable }

    package var unansweredCount: Int { unanswered.count }

    /// Asks; `reply` is called once, whatever happens.
    package func ask(_ request: RelayRequest, reply: @escaping Reply) {
        guard !isOver else { return reply(.failure(.lost)) }
        let number = freeNumber()
        do {
            try output.append(LineMessage(try RelayMessage(request, number)))
            unanswered[number] = reply
        } catch {
            reply(.failure(.tooLarge))
        }
    }

    /// Says what is answered only where it is refused, and then nobody minds.
    package func say(_ request: RelayRequest) {
        guard !isOver, let message = try? RelayMessage(request, RequestNumber(0)) else { return }
        try? output.append(LineMessage(message))
    }

    package func flush() { output.flush() }

    /// Says nothing more; what is on its way is still answered.
    package func end() { output.end() }

    package func close() { output.close() }

    /// Closes because of what the relay said; the listener is told this error.
    package func breakOff(_ error: LineError) {
        guard !isOver else { return }
        brokenBy = error
        output.close()
    }

    /// What arrives waits in the socket, answers too. Not for long: the relay gives up a silent line.
    package func pauseReading() { output.pauseReading() }

    package func resumeReading() { output.resumeReading() }

    private func freeNumber() -> RequestNumber {
        repeat { lastNumber &+= 1 } while unanswered[RequestNumber(lastNumber)] != nil
        return RequestNumber(lastNumber)
    }
}

// MARK: - What arrives

extension RelayConnection {
    package func accepted() {
        ask(.start(Start(version: RelayProtocolVersion.current))) { [weak self] result in
            guard let self else { return }
            listener?.connection(self, started: result)
        }
        flush()
    }

    package func receive(_ message: LineMessage) {
        guard RelayAnswer.kinds.contains(message.kind.rawValue) else {
            listener?.connection(self, heard: message)
            return
        }
        do {
            guard case .answer(let answer)? = try RelayMessage(message).heard() else { return }
            unanswered.removeValue(forKey: answer.number)?(.success(answer.content))
        } catch {
            breakOff(.malformed)
        }
    }

    package func receivedAll() { listener?.connectionHeardAll(self) }

    package func drained() { listener?.connectionDrained(self) }

    package func peerEnded() { output.end() }

    package func lineEnded(_ error: LineError?) {
        isOver = true
        let replies = unanswered.values
        unanswered = [:]
        for reply in replies { reply(.failure(.lost)) }
        listener?.connection(self, ended: brokenBy ?? error)
    }
}
