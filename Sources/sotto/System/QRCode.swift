import CQREncode

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A text as dark and light modules in a square (ISO/IEC 18004), for a phone to read off a screen.
struct QRCode: Hashable, Sendable {
    /// Modules on each side, without the quiet zone around them.
    let width: Int
    private let dark: [Bool]

    /// - Returns: `nil` for a text that no code is large enough for: of digits some 7,000, of other bytes some 2,900.
    init?(_ text: String) {
        // Of the levels the lowest, for the smallest picture: a screen has no scratches. Digits and capitals take less.
        guard let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        guard width > 0, let data = unsafe code.pointee.data else { return nil }
        self.width = width
        // Of a module's byte the lowest bit is its colour.
        dark = (0..<width * width).map { unsafe data[$0] & 1 == 1 }
    }

    /// Whether a module is dark; beyond the edges all are light.
    subscript(row row: Int, column column: Int) -> Bool {
        guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
        return dark[row * width + column]
    }
}
