import Foundation
import Testing

/// What a newcomer copies has to be what is tested.
struct DocumentationTests {
    @Test func showsTheGroupThatIsTestedWordForWord() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let root = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let tested = try lines(of: tests.appending(path: "FirstGroupTests.swift"))
            .drop { !$0.contains("func firstGroup()") }.dropLast(1)
        let shown = try lines(of: root.appending(path: "Sources/MLS/MLS.docc/FirstGroup.md"))
            .drop { !$0.contains("func firstGroup()") }.prefix { $0 != "```" }
        #expect(shown.count > 15)
        #expect(tested.map { $0.trimmingPrefix("    ") }.map(String.init) == Array(shown))
    }

    private func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init).reversed().drop { $0.isEmpty }.reversed()
    }
}
