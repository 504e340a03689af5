import Synchronization

/// How much of what others said may be on its way to the screen, all together: a terminal that has stopped must not
/// fill the memory with their words.
final class ScreenRoom: Sendable {
    private let usedBytes = Atomic<Int>(0)

    /// `false` if there is none left for `text`.
    func take(for text: [UInt8]) -> Bool {
        let bytes = Self.bytes(of: text)
        guard usedBytes.add(bytes, ordering: .relaxed).newValue <= TalkLimits.unshownBytesMax else {
            usedBytes.subtract(bytes, ordering: .relaxed)
            return false
        }
        return true
    }

    func give(backFor text: [UInt8]) { usedBytes.subtract(Self.bytes(of: text), ordering: .relaxed) }

    private static func bytes(of text: [UInt8]) -> Int { TalkLimits.unshownOverheadBytes + text.count }
}
