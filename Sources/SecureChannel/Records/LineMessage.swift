package import NIOCore

/// One message of the byte stream that a line's records carry.
package struct LineMessage: Sendable, Equatable {
    package let kind: MessageKind
    package let body: ByteBuffer

    package init(kind: MessageKind, body: ByteBuffer = ByteBuffer()) {
        self.kind = kind
        self.body = body
    }
}
