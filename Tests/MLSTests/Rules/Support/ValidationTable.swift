import Foundation

/// The tables of Sources/MLS/MLS.docc/ValidationRules.md, and the sources that they speak of.
struct ValidationTable {
    /// One line of the first table: a rule of `ValidationRule`.
    struct Row {
        let id: String
        let clause: String
        let places: [String]
        let tests: [String]
    }

    let rows: [Row]
    /// The tests named by the second table: what other errors refuse.
    let otherTests: [String]

    init(text: String) {
        var rows: [Row] = []
        var otherTests: [String] = []
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells.count == 5, cells[0].hasPrefix("`") {
                rows.append(
                    Row(
                        id: Self.code(cells[0])[0], clause: cells[1], places: Self.code(cells[3]),
                        tests: Self.code(cells[4])))
            } else if cells.count == 4, cells[3].hasPrefix("`") {
                otherTests += Self.code(cells[3])
            }
        }
        self.rows = rows
        self.otherTests = otherTests
    }

    /// What stands between backticks.
    private static func code(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

extension ValidationTable {
    /// Empty if the page can't be read: then no rule is found in it.
    static let ofThisPackage = ValidationTable(
        text: text(of: root.appendingPathComponent("Sources/MLS/MLS.docc/ValidationRules.md")))

    /// The Swift files of the library by their names, without their comments.
    static let library = sources(under: "Sources/MLS").mapValues { text in
        text.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    }

    /// The Swift files of these tests by their names.
    static let tests = sources(under: "Tests/MLSTests")

    /// The texts of files of one name are joined.
    private static func sources(under folder: String) -> [String: String] {
        let base = root.appendingPathComponent(folder).resolvingSymlinksInPath()
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init()
        where path.hasSuffix(".swift") {
            let url = base.appendingPathComponent(path)
            files[url.lastPathComponent, default: ""] += text(of: url)
        }
        return files
    }

    private static func text(of file: URL) -> String {
        do { return try String(contentsOf: file, encoding: .utf8) } catch {
            print("\(file.path) can't be read: \(error)")
            return ""
        }
    }

    private static let root: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { root.deleteLastPathComponent() }
        return root
    }()
}
