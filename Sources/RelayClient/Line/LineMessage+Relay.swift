import NIOCore
package import RelayProtocol
package import SecureChannel

extension LineMessage {
    package init(_ message: RelayMessage) {
        self.init(kind: MessageKind(rawValue: message.kind), body: ByteBuffer(bytes: message.body))
    }
}

extension RelayMessage {
    package init(_ message: LineMessage) {
        self.init(kind: message.kind.rawValue, body: Array(message.body.readableBytesView))
    }
}
