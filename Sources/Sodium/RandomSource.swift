/// Where random bytes come from: the system, or in tests a source that repeats.
///
/// Whoever gives another source than ``system`` answers for every key drawn from it.
public struct RandomSource: Sendable {
    private let filling: (@Sendable (inout MutableSpan<UInt8>) -> Void)?

    /// The system's generator.
    public static let system = RandomSource(filling: nil)

    /// A source of the caller's own. `fill` writes every byte of the span it is lent, from any thread.
    public init(filling fill: @escaping @Sendable (inout MutableSpan<UInt8>) -> Void) {
        self.init(filling: .some(fill))
    }

    private init(filling: (@Sendable (inout MutableSpan<UInt8>) -> Void)?) { self.filling = filling }

    /// A new secret. A negative count traps: it is the program's own, never one from outside.
    public func secret(byteCount: Int) -> SecretBytes {
        guard let filling else { return .random(byteCount: byteCount) }
        return SecretBytes(byteCount: byteCount) { span in filling(&span) }
    }

    /// Bytes that aren't secret. A negative count traps: it is the program's own, never one from outside.
    public func bytes(count: Int) -> [UInt8] {
        guard let filling else { return RandomBytes.array(count: count) }
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        filling(&span)
        return bytes
    }
}
