import NIOCore

/// Stands where the socket would be: keeps what is sent, and knows half of a close, which an embedded channel doesn't.
final class Wire: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private var written: [(bytes: ByteBuffer, promise: EventLoopPromise<Void>?)] = []
    private var sent = ByteBuffer()
    private var wantsHalfClose = false

    /// The other end takes nothing: what is flushed stays here.
    var isStuck = false
    /// A FIN went out behind what was sent.
    private(set) var isHalfClosed = false
    private(set) var isClosed = false
    /// Bytes that were flushed and not yet taken by the other end when the connection was closed.
    private(set) var lostByteCount = 0

    func take() -> ByteBuffer {
        defer { sent = ByteBuffer() }
        return sent
    }

    /// The other end takes again.
    func unstick() {
        isStuck = false
        drain()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written.append((unwrapOutboundIn(data), promise))
    }

    func flush(context: ChannelHandlerContext) {
        if !isStuck { drain() }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all else {
            wantsHalfClose = true
            if written.isEmpty { isHalfClosed = true }
            promise?.succeed()
            return
        }
        isClosed = true
        for (bytes, promise) in written {
            lostByteCount += bytes.readableBytes
            promise?.fail(ChannelError.alreadyClosed)
        }
        written.removeAll()
        context.close(mode: .all, promise: promise)
    }

    private func drain() {
        while !written.isEmpty {
            var (bytes, promise) = written.removeFirst()
            sent.writeBuffer(&bytes)
            promise?.succeed()
        }
        if wantsHalfClose { isHalfClosed = true }
    }
}
