/// What a person or room calls itself: 1 to 64 bytes of UTF-8 in NFC, of letters, marks, numbers, punctuation,
/// symbols and single inner spaces (docs/protocol.md).
///
/// Everybody decides alike about a name, whatever Unicode their system knows: the characters are those of Unicode
/// 15.0. A name can still imitate another, be drawn as nothing or begin with a mark: only what shows it can mend that.
package struct DisplayName: Hashable, Sendable {
    package static let byteCounts = 1...64
    package static let runningMarksMax = 2

    package let text: String

    package var utf8: [UInt8] { Array(text.utf8) }

    package init(_ text: String) throws(NameError) {
        guard text.utf8.count <= Self.byteCounts.upperBound else { throw .tooLong }
        try self.init(utf8: Array(text.utf8))
    }

    package init(utf8 bytes: [UInt8]) throws(NameError) {
        guard bytes.count >= Self.byteCounts.lowerBound else { throw .empty }
        guard bytes.count <= Self.byteCounts.upperBound else { throw .tooLong }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        let scalars = Array(text.unicodeScalars)
        try Self.checkKinds(scalars)
        try Self.checkSpaces(scalars)
        guard NFC.isNormalized(scalars) else { throw .notNFC }
        self.text = text
    }

    private static func checkKinds(_ scalars: [Unicode.Scalar]) throws(NameError) {
        var runningMarks = 0
        for scalar in scalars {
            switch NameScalar(scalar) {
            case .mark: runningMarks += 1
            case .base, .space: runningMarks = 0
            case .forbidden: throw .forbidden(scalar)
            }
            guard runningMarks <= runningMarksMax else { throw .tooManyMarks }
        }
    }

    private static func checkSpaces(_ scalars: [Unicode.Scalar]) throws(NameError) {
        guard scalars.first != " ", scalars.last != " " else { throw .misplacedSpace }
        guard !zip(scalars, scalars.dropFirst()).contains(where: { $0 == " " && $1 == " " }) else {
            throw .misplacedSpace
        }
    }
}
