/// What a reader sees of a name at a glance: names that look alike have the same one (after UTS #39).
///
/// Without case, marks, spaces and pictures, and with letters of other scripts, digits and styled letters as the plain
/// letters that they look like. Coarse on purpose (`Ian` and `Lan` are alike), and not complete: two names may look alike
/// in some font and differ here. It marks names; nobody is told apart by it.
package struct NameSkeleton: Hashable, Sendable {
    private let scalars: [Unicode.Scalar]

    package init(_ name: String) {
        let decomposed = NFC.decomposed(Array(name.unicodeScalars))
        let seen = decomposed.filter { !Self.isPassedOver($0) }
        // Of a name of pictures the pictures count.
        scalars = (seen.isEmpty ? decomposed : seen).flatMap(Self.plain)
    }

    private static let lookalikes = Lookalikes(packed: LookalikeTable.packed)

    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        lookalikes[scalar] ?? Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .spaceSeparator, .otherSymbol, .control, .format: true
        default: false
        }
    }
}
