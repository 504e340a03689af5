import NIOCore

@testable import SecureChannel

/// Sits on a line and keeps what it is told. Used from one thread alone.
final class SessionRecorder: LineSession, @unchecked Sendable {
    enum Told: Equatable {
        case accepted
        case message(LineMessage)
        case all
        case drained
        case peerEnded
        case ended(LineError?)
    }

    private(set) var told: [Told] = []
    var line: (any LineOutput)?
    /// Called with each message.
    var answer: ((LineMessage) -> Void)?

    var messages: [LineMessage] {
        told.compactMap { if case .message(let message) = $0 { message } else { nil } }
    }

    func accepted() { told.append(.accepted) }

    func receive(_ message: LineMessage) {
        told.append(.message(message))
        answer?(message)
    }

    func receivedAll() { told.append(.all) }
    func drained() { told.append(.drained) }
    func peerEnded() { told.append(.peerEnded) }

    func lineEnded(_ error: LineError?) {
        told.append(.ended(error))
        line = nil
    }
}

extension LineMessage {
    /// Its bytes in a record: length, kind, body.
    var encoded: ByteBuffer {
        var bytes = ByteBuffer(integer: UInt32(body.readableBytes))
        bytes.writeInteger(kind.rawValue)
        bytes.writeImmutableBuffer(body)
        return bytes
    }
}
