import Identity

/// Text as searching compares it: small letters without marks, in UTF-8; what isn't seen is left out. So `CAFÉ` is found
/// by `cafe`, however its é is written, and `straße` by `STRASSE`. Scripts without words between spaces are found by any
/// part of them.
enum FoldedText {
    static func bytes(of text: String) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { fold(scalar, into: &folded) }
        return folded
    }

    static func fold(_ scalar: Unicode.Scalar, into folded: inout [UInt8]) {
        switch scalar.value {
        // A zero stands between texts.
        case 0: break
        case 0x41...0x5A: folded.append(UInt8(scalar.value) + 0x20)
        case 0x01..<0x80: folded.append(UInt8(scalar.value))
        case 0xDF, 0x1E9E: folded += [0x73, 0x73]  // ß
        // CJK, kana and Hangul have neither capitals nor marks to be dropped.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF:
            folded += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: for part in ComposedText.parts(of: scalar) { foldPart(part, into: &folded) }
        }
    }

    private static func foldPart(_ scalar: Unicode.Scalar, into folded: inout [UInt8]) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return
        default: break
        }
        // A sigma at a word's end is a sigma.
        let lowered = scalar == "\u{3C2}" ? "\u{3C3}" : properties.lowercaseMapping
        for scalar in lowered.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            folded += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
