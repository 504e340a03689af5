extension RelayAddress {
    /// A DNS name, an IPv4 address or an IPv6 address.
    package struct Host: Hashable, Sendable {
        package static let nameByteCountMax = 253
        package static let labelByteCountMax = 63

        /// For resolving and dialling: an IPv6 address without brackets.
        package let text: String
        package let isIPv6: Bool

        /// As it stands before a port: an IPv6 address in brackets.
        package var bracketed: String { isIPv6 ? "[\(text)]" : text }

        /// Reads what ``bracketed`` writes.
        package init(_ text: String) throws(RelayAddressError) {
            guard text.utf8.count <= RelayAddress.textByteCountMax else { throw .tooLong }
            try self.init(Array(text.utf8)[...])
        }

        init(_ bytes: ArraySlice<UInt8>) throws(RelayAddressError) {
            guard let first = bytes.first, let last = bytes.last else { throw .badHost }
            if first == UInt8(ascii: "[") {
                guard last == UInt8(ascii: "]"), let address = IPv6Address(bytes.dropFirst().dropLast()) else {
                    throw .badHost
                }
                (text, isIPv6) = (address.text, true)
            } else {
                guard IPv4Address(bytes) != nil || Self.isName(bytes) else { throw .badHost }
                (text, isIPv6) = (String(decoding: bytes, as: UTF8.self).lowercased(), false)
            }
        }

        /// Letters, digits and inner hyphens, in labels; nothing that a resolver could take for a number.
        private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
            guard bytes.count <= nameByteCountMax else { return false }
            let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard labels.allSatisfy(isLabel), let last = labels.last else { return false }
            return !isNumber(last)
        }

        private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
            let hyphen = UInt8(ascii: "-")
            guard (1...labelByteCountMax).contains(label.count), label.first != hyphen, label.last != hyphen else {
                return false
            }
            return label.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen: true
                default: false
                }
            }
        }

        /// Resolvers read `127.1`, `2130706433` and `0x7f000001` as addresses.
        private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
            if label.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
            guard label.first == UInt8(ascii: "0"), let second = label.dropFirst().first else { return false }
            guard second == UInt8(ascii: "x") || second == UInt8(ascii: "X") else { return false }
            return label.dropFirst(2).allSatisfy { Hexadecimal.value(of: $0) != nil }
        }
    }
}
