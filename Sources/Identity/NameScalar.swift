/// What a character is to the rules of display names, by its general category in Unicode 15.0.
///
/// A table, not the system's properties: categories may change between versions of Unicode, and then two members
/// would differ about who is in the room.
enum NameScalar {
    /// A letter, number, punctuation or symbol.
    case base
    case mark
    /// U+0020 alone.
    case space
    case forbidden

    init(_ scalar: Unicode.Scalar) {
        if scalar == " " {
            self = .space
        } else if Self.bases.contains(scalar) {
            self = .base
        } else {
            self = Self.marks.contains(scalar) ? .mark : .forbidden
        }
    }

    private static let bases = ScalarSet(packed: UnicodeTable.bases)
    private static let marks = ScalarSet(packed: UnicodeTable.marks)
}
