/// Eight groups of 16 bits (RFC 4291 §2.2), without a zone.
struct IPv6Address {
    static let groupCount = 8
    /// `xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:255.255.255.255`.
    static let textByteCountMax = 45

    let groups: [UInt16]

    /// Without brackets; `::` at most once, the last two groups possibly as an IPv4 address.
    init?(_ text: ArraySlice<UInt8>) {
        guard (2...Self.textByteCountMax).contains(text.count) else { return nil }
        guard let gap = Self.gap(in: text) else {
            guard let groups = Self.groups(text, mayEndInIPv4: true), groups.count == Self.groupCount else {
                return nil
            }
            self.groups = groups
            return
        }
        guard let head = Self.groups(text[..<gap], mayEndInIPv4: false),
            let tail = Self.groups(text[(gap + 2)...], mayEndInIPv4: true),
            head.count + tail.count < Self.groupCount
        else { return nil }
        groups = head + [UInt16](repeating: 0, count: Self.groupCount - head.count - tail.count) + tail
    }

    /// RFC 5952: lower case, no leading zeros, the longest run of zero groups as `::`.
    var text: String {
        let zeros = longestZeroRun
        guard zeros.count > 1 else { return Self.text(of: groups[...]) }
        return Self.text(of: groups[..<zeros.lowerBound]) + "::" + Self.text(of: groups[zeros.upperBound...])
    }

    /// The first of the longest.
    private var longestZeroRun: Range<Int> {
        var longest = 0..<0
        for start in groups.indices {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.endIndex
            if end - start > longest.count { longest = start..<end }
        }
        return longest
    }

    private static func text(of groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first `::`. A second one leaves an empty group behind, which is refused.
    private static func gap(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":") }
    }

    private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var end: [UInt16] = []
        if mayEndInIPv4, let last = parts.last, let address = IPv4Address(last) {
            parts.removeLast()
            end = [0, 2].map { UInt16(address.bytes[$0]) << 8 | UInt16(address.bytes[$0 + 1]) }
        }
        let start = parts.compactMap(group)
        return start.count == parts.count ? start + end : nil
    }

    private static func group(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(text.count) else { return nil }
        let digits = text.compactMap(Hexadecimal.value)
        guard digits.count == text.count else { return nil }
        return digits.reduce(0) { $0 << 4 | UInt16($1) }
    }
}
