import Identity
import NIOCore
import SecureChannel
import Synchronization

/// The host's side of the talk: what it types reaches every client, what a client types reaches it.
final class HostTalk: Sendable {
    /// Whom something that was said reaches.
    struct Reach: Equatable, Sendable {
        var reached = 0
        /// For so many too much waits already.
        var missed = 0
    }

    private struct State {
        var visitors: [DeviceKey: HostVisitor] = [:]
        /// Those of them who have no line now.
        var absent: Set<DeviceKey> = []
        var isStopping = false
    }

    private let state = Mutex(State())
    private let screen = ScreenRoom()
    private let tell: @Sendable (TalkEvent) -> Void

    init(tell: @escaping @Sendable (TalkEvent) -> Void) { self.tell = tell }

    /// Whoever comes now is too late.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// The end for a line of the device that `hello` names: the same one as before its last line closed, so that what
    /// is said again is known again.
    func visitor(for hello: Hello) -> HostVisitor {
        let device = hello.credential.deviceKey
        let speaker = Speaker.client(
            name: hello.credential.name, identity: Fingerprint(of: hello.credential.identityKey))
        return state.withLock { state in
            if let known = state.visitors[device] { return known.renamed(speaker) }
            let visitor = HostVisitor(speaker: speaker, screen: screen, tell: tell) { [weak self] visitor in
                self?.keep(visitor, of: device)
            }
            Self.keep(visitor, of: device, &state)
            return visitor
        }
    }

    /// Says `text` to everybody whose line stands, or broke without a goodbye.
    func say(_ text: [UInt8]) -> Reach {
        let visitors = state.withLock { Array($0.visitors.values) }
        return visitors.reduce(into: Reach()) { reach, visitor in
            switch visitor.say(text) {
            case .kept: reach.reached += 1
            case .full: reach.missed += 1
            case .gone: break
            }
        }
    }

    /// Tells everybody that this relay is stopping, and ends their lines.
    func stop() async {
        let visitors = state.withLock { state in
            state.isStopping = true
            return Array(state.visitors.values)
        }
        // All at once: each may take the time to close that a line is given.
        await withTaskGroup { tasks in
            for visitor in visitors { tasks.addTask { await visitor.refuse(.stopping) } }
        }
    }

    private func keep(_ visitor: HostVisitor, of device: DeviceKey) {
        state.withLock { Self.keep(visitor, of: device, &$0) }
    }

    private static func keep(_ visitor: HostVisitor, of device: DeviceKey, _ state: inout State) {
        // One that was forgotten meanwhile, and whose device has come anew, doesn't displace the one that is here.
        if let other = state.visitors[device], other !== visitor, other.isHere, !visitor.isHere { return }
        state.visitors[device] = visitor
        guard !visitor.isHere else {
            state.absent.remove(device)
            return
        }
        state.absent.insert(device)
        if state.absent.count > TalkLimits.absentDevicesMax { forgetAnAbsentOne(but: device, &state) }
    }

    /// Rather one who has left than one for whom something waits.
    private static func forgetAnAbsentOne(but device: DeviceKey, _ state: inout State) {
        let others = state.absent.lazy.filter { $0 != device }
        let left = others.first { state.visitors[$0]?.hasLeft != false }
        guard let forgotten = left ?? others.first else { return }
        state.absent.remove(forgotten)
        state.visitors[forgotten] = nil
    }
}
