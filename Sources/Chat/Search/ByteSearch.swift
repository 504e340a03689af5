/// Where some bytes stand among others.
enum ByteSearch {
    /// - Parameter needle: not empty.
    static func first(_ needle: [UInt8], in bytes: Span<UInt8>, from start: Int, to end: Int? = nil) -> Int? {
        let last = (end ?? bytes.count) - needle.count
        guard start <= last, let first = needle.first else { return nil }
        let needle = needle.span
        var place = start
        while place <= last {
            if bytes[place] == first, isThere(needle, bytes, place) { return place }
            place += 1
        }
        return nil
    }

    private static func isThere(_ needle: Span<UInt8>, _ bytes: Span<UInt8>, _ place: Int) -> Bool {
        var index = 1
        while index < needle.count {
            if bytes[place + index] != needle[index] { return false }
            index += 1
        }
        return true
    }
}
