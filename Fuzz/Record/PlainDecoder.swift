import NIOCore
import SecureChannel

/// What a stream of messages means, read in the plainest way from all of it at once. docs/protocol.md: "Records".
enum PlainDecoder {
    /// The one kind whose body the application doesn't limit.
    static let freeKind = MessageKind(rawValue: 255)

    static let limits = MessageLimits { kind in applicationLimit(kind.rawValue) }

    static func decode(_ stream: ArraySlice<UInt8>) -> (messages: [LineMessage], failure: LineError?) {
        var messages: [LineMessage] = []
        var rest = stream
        while rest.count >= 5 {
            let header = Array(rest.prefix(5))
            let byteCount = header[..<4].reduce(0) { $0 << 8 | Int($1) }
            guard byteCount <= limit(header[4]) else { return (messages, .messageTooLarge) }
            guard rest.count >= 5 + byteCount else { break }
            let body = ByteBuffer(bytes: rest.dropFirst(5).prefix(byteCount))
            messages.append(LineMessage(kind: MessageKind(rawValue: header[4]), body: body))
            rest = rest.dropFirst(5 + byteCount)
        }
        return (messages, nil)
    }

    private static func limit(_ kind: UInt8) -> Int {
        switch kind {
        case 1, 2: 16
        case 4: 1
        case ..<16: 0
        default: min(applicationLimit(kind), (8 << 20) + (64 << 10))
        }
    }

    private static func applicationLimit(_ kind: UInt8) -> Int { kind == freeKind.rawValue ? .max : Int(kind) * 4 }
}
