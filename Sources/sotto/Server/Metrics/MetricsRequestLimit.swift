import NIOCore

/// Stands before the HTTP of a connection: counts what comes, and ends the connection at the limit or the deadline,
/// whichever is first. Whatever is wrong with it is answered by closing.
final class MetricsRequestLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var byteCount = 0
    private var deadline: Scheduled<Void>?

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(ServerLimits.metricsDeadlineSeconds))) {
            bound.value.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        byteCount += unwrapInboundIn(data).readableBytes
        guard byteCount <= ServerLimits.metricsRequestBytesMax else { return context.close(promise: nil) }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
