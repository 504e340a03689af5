import Chat
import Identity
import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

@testable import Relay

/// One line of a hostile relay.
final class HostileSession: LineSession {
    private let output: any LineOutput
    private let core: HostileCore
    private let requester: Requester
    private var line: SimulatedLine
    private var isCut = false

    init(_ output: any LineOutput, _ peer: LinePeer, _ core: HostileCore) {
        (self.output, self.core) = (output, core)
        line = SimulatedLine(hash: peer.handshakeHash)
        guard case .client(let hello) = peer.identity else { preconditionFailure("whoever dials is a client") }
        requester = Requester(identity: hello.credential.identityKey, device: hello.credential.deviceKey)
        core.began(self, hello)
    }

    func receive(_ message: LineMessage) {
        guard !isCut, case .request(let request) = RelayMessage(message).asked() else { return }
        let answer = self.answer(request.content)
        if core.cutsBehind(request.content) { return cut() }
        if let answer, let message = try? RelayMessage(answer, to: request.number) { append(LineMessage(message)) }
        core.feedAll()
    }

    func receivedAll() { output.flush() }
    func drained() {}
    func peerEnded() { output.end() }

    func lineEnded(_ error: LineError?) {
        isCut = true
        core.ended(self)
    }

    func cut() {
        isCut = true
        output.close()
    }

    /// What is followed and has come to be there.
    func feed() {
        guard !isCut else { return }
        for log in line.followed {
            guard let events = try? core.relay.events(log, of: requester, on: &line), !events.isEmpty else { continue }
            for event in core.meddle(events) {
                if let message = try? RelayMessage(event) { append(LineMessage(message)) }
            }
        }
        output.flush()
    }

    private func answer(_ request: RelayRequest) -> RelayAnswer? {
        switch request {
        case .start:
            return .started(Started(version: RelayProtocolVersion.current, timeSeconds: 1_800_000_000))
        case .follow(let follow): return ask(.follow(.room(follow.room), from: max(.first, follow.from)))
        case .followInbox(let follow): return ask(.follow(.inbox, from: max(.first, follow.from)))
        case .unfollow(let unfollow):
            line.follows[.room(unfollow.room)] = nil
            return .done(Done())
        case .whisper: return nil
        default: return ask(.plain(request))
        }
    }

    private func ask(_ request: ChatRequest) -> RelayAnswer {
        do { return try core.relay.answer(request, from: requester, on: &line) } catch {
            return .refused(Refused(code: .storage, detail: 0))
        }
    }

    private func append(_ message: LineMessage) {
        do throws(LineError) { try output.append(message) } catch { cut() }
    }
}
