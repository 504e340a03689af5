/// One Swift file.
struct SourceFile {
    let path: String
    /// Without comments and without what strings say; a string's interpolations stay.
    let code: String
    let text: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = CodeText.strip(text)
    }

    /// The room to which it belongs: the folder below `Sources`.
    var room: String? {
        let parts = path.split(separator: "/")
        return parts.count >= 3 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    func isUnder(_ folders: [String]) -> Bool { folders.contains { path.hasPrefix($0) } }

    /// Lines of code, with their numbers from 1.
    var lines: [(number: Int, code: String)] {
        code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, String($1)) }
    }
}
