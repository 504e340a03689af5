extension VectorFile {
    /// Reads the file as whatever kind of vectors it holds.
    func content() -> VectorFileContent {
        guard isJSON || looksLikeJSON else { return .nothing }
        guard let header = try? VectorJSON.decode(VectorFileHeader.self, from: bytes) else {
            return .unreadable(suite: stem)
        }
        switch header {
        case .wycheproof(let name, let types, let count): return wycheproof(name, types, count)
        case .noise: return noise()
        case .list(let fields, let count): return list(fields, count)
        case .other(let count): return unknown(count)
        }
    }

    private func unknown(_ count: Int) -> VectorFileContent {
        .skipped(suite: stem, count: count, reason: "no vectors that this program knows")
    }

    private func wycheproof(_ name: String, _ types: Set<String>, _ count: Int) -> VectorFileContent {
        guard let algorithm = WycheproofAlgorithm(rawValue: name) else {
            return .skipped(suite: stem, count: count, reason: "\(name) isn't built in")
        }
        if let other = types.subtracting([algorithm.groupType]).min() {
            return .skipped(suite: stem, count: count, reason: "\(other) isn't a form that this program reads")
        }
        guard let cases = try? algorithm.cases(of: self) else { return .unreadable(suite: algorithm.suite) }
        return .suite(VectorSuite(name: algorithm.suite, cases: cases))
    }

    private func list(_ fields: Set<String>, _ count: Int) -> VectorFileContent {
        guard let kind = ListedKinds.kind(with: fields) else { return unknown(count) }
        guard let cases = try? kind.cases(of: self) else { return .unreadable(suite: kind.suiteName) }
        return .suite(VectorSuite(name: kind.suiteName, cases: cases))
    }

    private func noise() -> VectorFileContent {
        guard let file = try? VectorJSON.decode(NoiseVectorFile.self, from: bytes) else {
            return .unreadable(suite: stem)
        }
        return .suite(VectorSuite(name: stem, cases: file.cases(path: path)))
    }
}
