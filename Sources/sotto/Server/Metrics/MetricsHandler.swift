import NIOCore
import NIOHTTP1

/// Answers one request of a connection: `GET /metrics`. Then it closes.
final class MetricsHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let metrics: @Sendable () -> [Metric]
    private var request: HTTPRequestHead?
    private var isAnswering = false

    init(metrics: @escaping @Sendable () -> [Metric]) { self.metrics = metrics }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isAnswering else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): request = head
        // Nobody has anything to tell us.
        case .body: context.close(promise: nil)
        case .end:
            isAnswering = true
            answer(context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(context: ChannelHandlerContext) {
        guard let request, request.uri.prefix(while: { $0 != "?" }) == "/metrics" else {
            return respond(.notFound, "Not here: GET /metrics\n", context: context)
        }
        guard request.method == .GET || request.method == .HEAD else {
            return respond(.methodNotAllowed, "GET /metrics\n", context: context)
        }
        respond(.ok, MetricsText.render(metrics()), context: context)
    }

    private func respond(_ status: HTTPResponseStatus, _ text: String, context: ChannelHandlerContext) {
        let headers = HTTPHeaders([
            ("Content-Type", MetricsText.contentType), ("Content-Length", "\(text.utf8.count)"),
            ("Connection", "close"),
        ])
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request?.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in bound.value.close(promise: nil) }
    }
}
