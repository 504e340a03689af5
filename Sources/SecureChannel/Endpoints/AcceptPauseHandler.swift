package import Logging
package import NIOCore

/// Looks away from the listening socket for a while when a connection can't be accepted, such as for want of a free
/// descriptor: the connection stays in the backlog, and asking again at once would only spin.
///
/// NIO's own handler for this holds back the next read. But a failed accept leaves the present one open, so the socket
/// stays watched and is asked again without pause.
package final class AcceptPauseHandler: ChannelInboundHandler {
    package typealias InboundIn = any Channel

    private let logger: Logger
    private var resumption: Scheduled<Void>?

    package init(logger: Logger) { self.logger = logger }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? IOError else { return context.fireErrorCaught(error) }
        guard resumption == nil else { return }
        logger.warning("no connection can be accepted", metadata: ["errno": "\(error.errnoCode)"])
        watch(false, context: context)
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        resumption = context.eventLoop.scheduleTask(in: LineLimits.acceptPause) {
            bound.value.handler.resumption = nil
            bound.value.handler.watch(true, context: bound.value.context)
        }
    }

    package func handlerRemoved(context: ChannelHandlerContext) { resumption?.cancel() }

    private func watch(_ isWatching: Bool, context: ChannelHandlerContext) {
        do { try context.channel.syncOptions?.setOption(.autoRead, value: isWatching) } catch {}
    }
}
