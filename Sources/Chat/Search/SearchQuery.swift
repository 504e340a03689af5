/// What somebody looks for: words or phrases that a text has to contain, all of them, in any order.
package struct SearchQuery: Sendable {
    /// Folded, none empty, the longest first: it is the rarest.
    let needles: [[UInt8]]

    /// - Returns: nothing where there is nothing to look for.
    package init?(_ words: [String]) {
        let needles = words.map(FoldedText.bytes).map { Array($0.trimmed()) }.filter { !$0.isEmpty }
        guard !needles.isEmpty else { return nil }
        self.needles = needles.sorted { $0.count > $1.count }
    }

    func isMet(by folded: [UInt8]) -> Bool {
        needles.allSatisfy { ByteSearch.first($0, in: folded.span, from: 0) != nil }
    }

    package func isMet(by text: String) -> Bool { isMet(by: FoldedText.bytes(of: text)) }

    /// Where what was looked for stands in a text, in order, none beside another.
    package func hits(in text: String) -> [Range<String.Index>] {
        var (folded, origins): ([UInt8], [String.Index]) = ([], [])
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            FoldedText.fold(scalars[index], into: &folded)
            while origins.count < folded.count { origins.append(index) }
        }
        var isHit = [Bool](repeating: false, count: folded.count)
        for needle in needles {
            var start = 0
            while let place = ByteSearch.first(needle, in: folded.span, from: start) {
                for index in place..<place + needle.count { isHit[index] = true }
                start = place + needle.count
            }
        }
        return ranges(of: isHit, origins, in: text)
    }

    /// With the marks that follow a letter.
    private func ranges(of isHit: [Bool], _ origins: [String.Index], in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var index = 0
        while index < isHit.count {
            guard isHit[index] else {
                index += 1
                continue
            }
            let start = origins[index]
            while index < isHit.count, isHit[index] { index += 1 }
            ranges.append(start..<(index < origins.count ? origins[index] : text.endIndex))
        }
        return ranges.filter { !$0.isEmpty }
    }
}

extension [UInt8] {
    fileprivate func trimmed() -> ArraySlice<UInt8> {
        let start = drop { $0 == 0x20 }
        return start.prefix(upTo: (start.lastIndex { $0 != 0x20 } ?? start.startIndex - 1) + 1)
    }
}
