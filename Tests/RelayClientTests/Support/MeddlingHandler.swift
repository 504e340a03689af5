import NIOCore

/// One direction of a ``Meddler``'s connection.
final class MeddlingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let plan: Meddler.Plan?
    private var bytes = ByteBuffer()
    private var frameCount = 0
    private var held: ByteBuffer?

    init(to other: any Channel, plan: Meddler.Plan?) {
        self.other = other
        self.plan = plan
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes.writeImmutableBuffer(unwrapInboundIn(data))
        while let length = bytes.getInteger(at: bytes.readerIndex, as: UInt16.self),
            let frame = bytes.readSlice(length: Int(length) + 2)
        {
            pass(frame, context: context)
            frameCount += 1
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { other.flush() }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func pass(_ frame: ByteBuffer, context: ChannelHandlerContext) {
        guard let plan, plan.frame == frameCount else {
            write(frame)
            if let late = held.take() { write(late) }
            return
        }
        switch plan.deed {
        case .flip(let place): write(frame.flipped(at: place % frame.readableBytes))
        case .drop: cutLater(context)
        case .double:
            write(frame)
            write(frame)
        case .swap:
            held = frame
            cutLater(context)
        case .cut(let count):
            write(frame.getSlice(at: frame.readerIndex, length: min(count, frame.readableBytes)) ?? ByteBuffer())
            other.flush()
            other.close(promise: nil)
            context.close(promise: nil)
        }
    }

    /// A client that has as many requests on their way as it may says nothing more, and would find out with a ping only:
    /// too late for a test.
    private func cutLater(_ context: ChannelHandlerContext) {
        let other = other
        context.eventLoop.scheduleTask(in: .seconds(1)) { other.close(promise: nil) }
    }

    private func write(_ bytes: ByteBuffer) { other.write(bytes, promise: nil) }
}

extension ByteBuffer {
    fileprivate func flipped(at place: Int) -> ByteBuffer {
        var copy = self
        let index = copy.readerIndex + place
        copy.setInteger((copy.getInteger(at: index, as: UInt8.self) ?? 0) ^ 1, at: index)
        return copy
    }
}
