import Foundation
import Testing

@testable import Identity

@Suite struct NFCTests {
    /// Every scalar that Unicode 15.0 has, except unassigned ones.
    private static let scalars: [Unicode.Scalar] = (0...0x10FFFF as ClosedRange<UInt32>).compactMap { value in
        guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age else { return nil }
        return (age.major, age.minor) <= (15, 0) ? scalar : nil
    }

    /// Nothing where Foundation on Linux errs: it cuts some characters beyond U+FFFF to 16 bits before it composes, and
    /// its result then isn't even canonically equivalent, which is what the standard library's `==` tells.
    private func foundationSaysNFC(_ scalars: [Unicode.Scalar]) -> Bool? {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let composed = String(view).precomposedStringWithCanonicalMapping
        return composed == String(view) ? Array(composed.unicodeScalars) == scalars : nil
    }

    @Test func everyCharacterIsJudgedAsFoundationJudgesIt() {
        #expect(Self.scalars.count > 280_000)
        let wrong = Self.scalars.filter { NFC.isNormalized([$0]) != foundationSaysNFC([$0]) }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    }

    /// Whether each canonical decomposition, and each of it with its marks the other way, is seen.
    @Test func everyDecomposedCharacterIsJudgedAsFoundationJudgesIt() {
        var wrong: [Unicode.Scalar] = []
        for scalar in Self.scalars {
            let parts = Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars)
            guard parts != [scalar] else { continue }
            for text in [parts, parts + ["\u{327}"], parts + ["\u{301}"], [parts[0]] + parts.dropFirst().reversed()] {
                if let expected = foundationSaysNFC(text), NFC.isNormalized(text) != expected { wrong.append(scalar) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    }

    /// Of the characters up to U+FFFF alone: where Foundation on Linux cuts one beyond it to 16 bits, its result can even
    /// be equivalent and still wrong. Each of those is judged by itself above.
    @Test func randomSequencesAreJudgedAsFoundationJudgesThem() {
        var random = SeededRandom.announced()
        let all = Self.scalars.filter { $0.value <= 0xFFFF }
        let lively = all.filter { scalar in
            let text = String(Character(scalar))
            return scalar.properties.canonicalCombiningClass != .notReordered
                || (0x1100...0x11FF).contains(scalar.value)
                || text.decomposedStringWithCanonicalMapping.unicodeScalars.count > 1 && scalar.value < 0xAC00
        }
        let common = Array("aeouAEOUns\u{300}\u{301}\u{302}\u{307}\u{308}\u{323}\u{327}\u{328}\u{345}".unicodeScalars)
        let pools = [common, common, lively, all]
        var wrong: [[Unicode.Scalar]] = []
        var verdicts: [Bool?: Int] = [:]
        for _ in 0..<100_000 {
            let scalars = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pools[Int.random(in: 0...3, using: &random)].randomElement(using: &random) ?? "a"
            }
            let expected = foundationSaysNFC(scalars)
            verdicts[expected, default: 0] += 1
            if let expected, NFC.isNormalized(scalars) != expected { wrong.append(scalars) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
        #expect(verdicts[true, default: 0] > 10_000)
        #expect(verdicts[false, default: 0] > 10_000)
        #expect(verdicts[nil, default: 0] < 2_000)
    }

    @Test func everyKindOfCharacterIsWhatTheStandardLibrarySays() {
        let wrong = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
            let age = scalar.properties.age ?? (major: 99, minor: 0)
            let isKnown = (age.major, age.minor) <= (15, 0)
            return NameScalar(scalar) != (isKnown ? kind(of: scalar) : .forbidden)
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    }

    private func kind(of scalar: Unicode.Scalar) -> NameScalar {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: .mark
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: .forbidden
        case .spaceSeparator: scalar == " " ? .space : .forbidden
        default: .base
        }
    }
}
