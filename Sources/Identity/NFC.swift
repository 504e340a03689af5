/// Normalization Form C (UAX #15): whether a text is in it.
///
/// Decides for the characters of Unicode 15.0. Foundation could tell too, but this room does without, and its answer
/// would change with the system. Combining classes come from the standard library: those never change.
enum NFC {
    static func isNormalized(_ scalars: [Unicode.Scalar]) -> Bool {
        guard !scalars.contains(where: never.contains) else { return false }
        return composed(scalars) == scalars
    }

    /// In this form; but for characters that no composition brings forth, which stay as they are.
    static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { compose(decomposed(scalars)) }

    /// With all marks behind the letters that bear them.
    static func decomposed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var decomposed: [Unicode.Scalar] = []
        for scalar in scalars { decompose(scalar, into: &decomposed) }
        reorder(&decomposed)
        return decomposed
    }

    private static let never = ScalarSet(packed: UnicodeTable.neverInNFC)
    private static let composites = CompositeTable(packed: UnicodeTable.composites)

    /// Fully, by halves: the second part of a composite never has parts itself, the first may have.
    private static func decompose(_ scalar: Unicode.Scalar, into output: inout [Unicode.Scalar]) {
        guard let (first, second) = Hangul.parts(of: scalar) ?? composites.parts(of: scalar) else {
            return output.append(scalar)
        }
        decompose(first, into: &output)
        decompose(second, into: &output)
    }

    /// The canonical ordering algorithm: marks behind one starter by their class, otherwise as they stood.
    private static func reorder(_ scalars: inout [Unicode.Scalar]) {
        for index in scalars.indices {
            let mark = combiningClass(scalars[index])
            var place = index
            while mark > 0, place > 0, combiningClass(scalars[place - 1]) > mark {
                scalars.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// The canonical composition algorithm: each character joins the last starter unless another blocks it.
    private static func compose(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var starter: Int?
        for scalar in scalars {
            if let starter, !isBlocked(scalar, after: starter, in: output),
                let joined = Hangul.composite(output[starter], scalar) ?? composites.composite(output[starter], scalar)
            {
                output[starter] = joined
                continue
            }
            if combiningClass(scalar) == 0 { starter = output.count }
            output.append(scalar)
        }
        return output
    }

    private static func isBlocked(_ scalar: Unicode.Scalar, after starter: Int, in output: [Unicode.Scalar]) -> Bool {
        guard let last = output.last, output.count - 1 > starter else { return false }
        let lastClass = combiningClass(last)
        return lastClass == 0 || lastClass >= combiningClass(scalar)
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.properties.canonicalCombiningClass.rawValue
    }
}
