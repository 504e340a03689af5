/// What a relay knows an identity by, without the `@`: `[a-z0-9][a-z0-9._-]{0,31}` (docs/protocol.md).
package struct AtName: Hashable, Sendable {
    package static let byteCounts = 1...32

    package let text: String

    package init(_ text: String) throws(NameError) {
        guard text.utf8.count <= Self.byteCounts.upperBound else { throw .tooLong }
        guard let first = text.unicodeScalars.first else { throw .empty }
        for scalar in text.unicodeScalars where !Self.isAllowed(scalar) { throw .forbidden(scalar) }
        guard Self.isAlphanumeric(first) else { throw .badStart }
        self.text = text
    }

    package init(utf8 bytes: [UInt8]) throws(NameError) {
        guard bytes.count <= Self.byteCounts.upperBound else { throw .tooLong }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        try self.init(text)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        isAlphanumeric(scalar) || scalar == "." || scalar == "_" || scalar == "-"
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
