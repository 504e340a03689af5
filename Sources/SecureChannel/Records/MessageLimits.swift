/// How large the body of each kind may be, asked before a byte of it is gathered.
package struct MessageLimits: Sendable {
    private let application: @Sendable (MessageKind) -> Int

    /// `application` answers for kinds of 16 and more: body bytes, at most 8 MiB and 64 KiB count.
    package init(application: @escaping @Sendable (MessageKind) -> Int) {
        self.application = application
    }

    func bodyBytesMax(of kind: MessageKind) -> Int {
        switch kind {
        case .ping, .pong: LineLimits.pingBodyBytesMax
        case .refusal: LineLimits.refusalBodyBytesMax
        case _ where kind.isOfLine: 0
        default: min(application(kind), LineLimits.messageBodyBytesMax)
        }
    }
}
