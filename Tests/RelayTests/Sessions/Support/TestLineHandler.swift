import NIOCore
import RelayProtocol
import RelaySupport
import SecureChannel

/// Keeps what a line hears.
final class TestLineHandler: ChannelInboundHandler {
    typealias InboundIn = LineMessage

    private let log: TestLineLog

    init(_ log: TestLineLog) { self.log = log }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let message = unwrapInboundIn(data)
        let relayMessage = RelayMessage(kind: message.kind.rawValue, body: [UInt8](buffer: message.body))
        guard let heard = try? relayMessage.heard() else { return }
        log.change { log in
            switch heard {
            case .answer(let answer):
                log.answers[answer.number] = answer.content
                log.answered.append(answer.number)
            case .event(let event): log.events += event.each
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        log.change { $0.error = error as? LineError ?? .lost }
    }

    func channelInactive(context: ChannelHandlerContext) { log.change { $0.isOver = true } }
}
