/// The scalars that build emoji out of other emoji (UTS #51).
enum EmojiScalar {
    static let joiner: Unicode.Scalar = "\u{200D}"
    static let presentation: Unicode.Scalar = "\u{FE0F}"
    static let keycap: Unicode.Scalar = "\u{20E3}"
    static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

    /// What follows the black flag in the three flags of subdivisions that Unicode recommends: England, Scotland and
    /// Wales. Any other run of tags draws nothing and may carry a hidden text.
    static let subdivisions: [[Unicode.Scalar]] = ["gbeng", "gbsct", "gbwls"].map { name in
        name.unicodeScalars.compactMap { Unicode.Scalar(0xE0000 + $0.value) } + ["\u{E007F}"]
    }
}
