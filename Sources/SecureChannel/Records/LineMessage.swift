package import NIOCore

/// One message of the byte stream that a line's records carry.
package struct LineMessage: Sendable, Equatable {
    // The body first: the kind then fills up its 23 bytes to 24, which NIO passes along without allocating.
    package let body: ByteBuffer
    package let kind: MessageKind

    package init(kind: MessageKind, body: ByteBuffer = ByteBuffer()) {
        self.kind = kind
        self.body = body
    }
}
