import NIOCore
import SecureChannel

/// A line as a talk uses it. Each verb happens later on the line's event loop, in the order of the calls: so it may be
/// used under a lock, and what it sets off (a write that fails, a close) never comes back into its caller.
struct TalkLine: Sendable {
    private let channel: any Channel

    init(_ channel: any Channel) { self.channel = channel }

    func isOn(_ channel: any Channel) -> Bool { self.channel === channel }

    /// All in one record, if they fit.
    func send(_ messages: [TalkMessage]) {
        guard !messages.isEmpty else { return }
        later { channel in
            for message in messages { channel.write(message.lineMessage, promise: nil) }
            channel.flush()
        }
    }

    /// This end says nothing more; it goes on listening.
    func end() { later { $0.triggerUserOutboundEvent(LineEvent.end, promise: nil) } }

    func close() { later { $0.close(promise: nil) } }

    /// Says why, and returns when the line is closed.
    func refuse(_ refusal: Refusal) async {
        later { $0.triggerUserOutboundEvent(LineEvent.refuse(refusal), promise: nil) }
        try? await channel.closeFuture.get()
    }

    private func later(_ body: @escaping @Sendable (any Channel) -> Void) {
        let channel = channel
        channel.eventLoop.execute { body(channel) }
    }
}
