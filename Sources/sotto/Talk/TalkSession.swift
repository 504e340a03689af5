import Sodium

/// One run of a program's sending side. Numbers of messages count within it, so that a restart begins anew and a
/// message that was sent twice over two lines is still known as one.
struct TalkSession: Hashable, Sendable {
    let rawValue: UInt64

    static func random() -> TalkSession {
        TalkSession(rawValue: RandomBytes.array(count: 8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
