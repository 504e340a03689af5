import TestSupport
import Testing

@testable import Identity

#if os(Linux)
    // Foundation there composes wrongly (Hangul tails, and what it cuts to 16 bits); the standard library doesn't.
    @_spi(_Unicode) import Swift
#else
    import Foundation
#endif

@Suite struct NFCTests {
    /// Every scalar that Unicode 15.0 has, except unassigned ones.
    private static let scalars: [Unicode.Scalar] = (0...0x10FFFF as ClosedRange<UInt32>).compactMap { value in
        guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age else { return nil }
        return (age.major, age.minor) <= (15, 0) ? scalar : nil
    }

    private func systemSaysNFC(_ scalars: [Unicode.Scalar]) -> Bool {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        #if os(Linux)
            return Array(String(view)._nfc) == scalars
        #else
            return Array(String(view).precomposedStringWithCanonicalMapping.unicodeScalars) == scalars
        #endif
    }

    private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        #if os(Linux)
            return Array(String(Character(scalar))._nfd)
        #else
            return Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars)
        #endif
    }

    @Test func everyCharacterIsJudgedAsTheSystemJudgesIt() {
        #expect(Self.scalars.count > 280_000)
        let wrong = Self.scalars.filter { NFC.isNormalized([$0]) != systemSaysNFC([$0]) }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    }

    /// Whether each canonical decomposition, and each of it with its marks the other way, is seen.
    @Test func everyDecomposedCharacterIsJudgedAsTheSystemJudgesIt() {
        var wrong: [Unicode.Scalar] = []
        for scalar in Self.scalars {
            let parts = Self.decomposed(scalar)
            guard parts != [scalar] else { continue }
            for text in [parts, parts + ["\u{327}"], parts + ["\u{301}"], [parts[0]] + parts.dropFirst().reversed()] {
                if NFC.isNormalized(text) != systemSaysNFC(text) { wrong.append(scalar) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    }

    @Test func randomSequencesAreJudgedAsTheSystemJudgesThem() {
        var random = SeededRandom.announced()
        let lively = Self.scalars.filter { scalar in
            scalar.properties.canonicalCombiningClass != .notReordered
                || (0x1100...0x11FF).contains(scalar.value)
                || Self.decomposed(scalar).count > 1 && scalar.value < 0xAC00
        }
        let common = Array("aeouAEOUns\u{300}\u{301}\u{302}\u{307}\u{308}\u{323}\u{327}\u{328}\u{345}".unicodeScalars)
        let pools = [common, common, lively, Self.scalars]
        var wrong: [[Unicode.Scalar]] = []
        var verdicts: [Bool: Int] = [:]
        for _ in 0..<100_000 {
            let scalars = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pools[Int.random(in: 0...3, using: &random)].randomElement(using: &random) ?? "a"
            }
            let expected = systemSaysNFC(scalars)
            verdicts[expected, default: 0] += 1
            if NFC.isNormalized(scalars) != expected { wrong.append(scalars) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
        #expect(verdicts[true, default: 0] > 10_000)
        #expect(verdicts[false, default: 0] > 10_000)
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
