import Identity
import NIOCore
import SecureChannel
import Synchronization

/// The server's side of the talk: what it types reaches every client, what a client types reaches it.
final class ServerTalk: Sendable {
    private struct State {
        var visitors: [DeviceKey: ServerVisitor] = [:]
    }

    private let state = Mutex(State())
    private let tell: @Sendable (TalkEvent) -> Void

    init(tell: @escaping @Sendable (TalkEvent) -> Void) { self.tell = tell }

    /// The end for a line of the device that `hello` names: the same one as before its last line was lost.
    func visitor(for hello: Hello) -> ServerVisitor {
        let device = hello.credential.deviceKey
        let speaker = Speaker.client(
            name: hello.credential.name, identity: Fingerprint(of: hello.credential.identityKey))
        return state.withLock { state in
            if let known = state.visitors[device] { return known.renamed(speaker) }
            if state.visitors.count >= TalkLimits.absentDevicesMax { Self.forgetAnAbsentOne(&state) }
            let visitor = ServerVisitor(speaker: speaker, tell: tell) { [weak self] in self?.forget(device) }
            state.visitors[device] = visitor
            return visitor
        }
    }

    /// Says `text` to everybody whose line stands, or broke without a goodbye.
    ///
    /// - Returns: to how many.
    func say(_ text: [UInt8]) -> Int {
        let visitors = state.withLock { Array($0.visitors.values) }
        return visitors.count { $0.say(text) }
    }

    /// Tells everybody that this relay is stopping, and ends their lines.
    func stop() async {
        let visitors = state.withLock { Array($0.visitors.values) }
        for visitor in visitors { await visitor.refuse(.stopping) }
    }

    private func forget(_ device: DeviceKey) { state.withLock { state in state.visitors[device] = nil } }

    private static func forgetAnAbsentOne(_ state: inout State) {
        guard let absent = state.visitors.first(where: { !$0.value.isHere }) else { return }
        state.visitors[absent.key] = nil
    }
}
