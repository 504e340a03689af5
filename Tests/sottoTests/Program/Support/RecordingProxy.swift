import NIOCore
import NIOPosix
import Synchronization

/// Stands between a client and whatever listens on `target`, counts what the client sends, and keeps what both say if it
/// is told to; without a target it takes connections and says nothing.
final class RecordingProxy: Sendable {
    private struct State {
        var target: Int?
        var connectionCount = 0
        var byteCount = 0
        var answerByteCount = 0
        /// Nothing: it isn't kept.
        var sent: [UInt8]?
        var answered: [UInt8]?
    }

    let port: Int
    private let listener: any Channel
    private let state: SharedState

    init(target: Int? = nil, keepsBytes: Bool = false) throws {
        let state = SharedState(target: target, keepsBytes: keepsBytes)
        self.state = state
        listener = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ClientSide(state: state))
                }
            }
            .bind(host: "127.0.0.1", port: 0).wait()
        port = listener.localAddress?.port ?? 0
    }

    deinit { listener.close(promise: nil) }

    var connectionCount: Int { state.mutex.withLock { $0.connectionCount } }
    /// What clients have sent since the target was last chosen.
    var byteCount: Int { state.mutex.withLock { $0.byteCount } }

    /// What the target has sent since it was chosen.
    var answerByteCount: Int { state.mutex.withLock { $0.answerByteCount } }

    /// All that clients have sent, in the order in which it came.
    var sent: [UInt8] { state.mutex.withLock { $0.sent ?? [] } }

    /// All that the target has.
    var answered: [UInt8] { state.mutex.withLock { $0.answered ?? [] } }

    /// Where connections lead from now on.
    func lead(to target: Int) {
        state.mutex.withLock { state in
            state.target = target
            state.byteCount = 0
            state.answerByteCount = 0
            state.connectionCount = 0
        }
    }

    private final class SharedState: Sendable {
        let mutex: Mutex<State>
        init(target: Int?, keepsBytes: Bool) {
            mutex = Mutex(State(target: target, sent: keepsBytes ? [] : nil, answered: keepsBytes ? [] : nil))
        }
    }

    private final class ClientSide: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let state: SharedState
        private var relay: (any Channel)?
        private var early: [ByteBuffer] = []
        private var hasEnded = false

        init(state: SharedState) { self.state = state }

        func channelActive(context: ChannelHandlerContext) {
            let target = state.mutex.withLock { state in
                state.connectionCount += 1
                return state.target
            }
            guard let target else { return }
            let (state, client) = (state, context.channel)
            let loop = context.eventLoop
            let this = NIOLoopBound(self, eventLoop: loop)
            ClientBootstrap(group: loop)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(RelaySide(state: state, client: client))
                    }
                }
                .connect(host: "127.0.0.1", port: target)
                .whenComplete { result in
                    guard case .success(let relay) = result else { return client.close(promise: nil) }
                    this.value.relay = relay
                    for bytes in this.value.early { relay.writeAndFlush(bytes, promise: nil) }
                    if this.value.hasEnded { relay.close(mode: .output, promise: nil) }
                }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            state.mutex.withLock { state in
                state.byteCount += bytes.readableBytes
                state.sent?.append(contentsOf: bytes.readableBytesView)
            }
            if let relay { relay.writeAndFlush(bytes, promise: nil) } else { early.append(bytes) }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard event as? ChannelEvent == .inputClosed else { return }
            hasEnded = true
            relay?.close(mode: .output, promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { relay?.close(promise: nil) }
    }

    private final class RelaySide: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let state: SharedState
        private let client: any Channel

        init(state: SharedState, client: any Channel) {
            self.state = state
            self.client = client
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            state.mutex.withLock { state in
                state.answerByteCount += bytes.readableBytes
                state.answered?.append(contentsOf: bytes.readableBytesView)
            }
            client.writeAndFlush(bytes, promise: nil)
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if event as? ChannelEvent == .inputClosed { client.close(mode: .output, promise: nil) }
        }

        func channelInactive(context: ChannelHandlerContext) { client.close(promise: nil) }
    }
}
