/// Hangul syllables, which compose by arithmetic (Unicode Standard §3.12).
enum Hangul {
    private static let (syllableBase, leadBase, vowelBase, tailBase) = (
        UInt32(0xAC00), UInt32(0x1100), UInt32(0x1161), UInt32(0x11A7)
    )
    private static let (leadCount, vowelCount, tailCount) = (UInt32(19), UInt32(21), UInt32(28))
    private static let syllables = syllableBase..<(syllableBase + leadCount * vowelCount * tailCount)
    private static let leads = leadBase..<(leadBase + leadCount)
    private static let vowels = vowelBase..<(vowelBase + vowelCount)
    /// Without the place of "no tail".
    private static let tails = (tailBase + 1)..<(tailBase + tailCount)

    /// A syllable with a tail is one without and the tail; one without is lead and vowel.
    static func parts(of scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
        guard syllables.contains(scalar.value) else { return nil }
        let index = scalar.value - syllableBase
        let tail = index % tailCount
        if tail > 0 { return pair(scalar.value - tail, tailBase + tail) }
        let leadAndVowel = index / tailCount
        return pair(leadBase + leadAndVowel / vowelCount, vowelBase + leadAndVowel % vowelCount)
    }

    static func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        if leads.contains(first.value), vowels.contains(second.value) {
            let leadAndVowel = (first.value - leadBase) * vowelCount + second.value - vowelBase
            return Unicode.Scalar(syllableBase + leadAndVowel * tailCount)
        }
        guard syllables.contains(first.value), (first.value - syllableBase) % tailCount == 0 else { return nil }
        guard tails.contains(second.value) else { return nil }
        return Unicode.Scalar(first.value + second.value - tailBase)
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> (Unicode.Scalar, Unicode.Scalar)? {
        guard let first = Unicode.Scalar(first), let second = Unicode.Scalar(second) else { return nil }
        return (first, second)
    }
}
