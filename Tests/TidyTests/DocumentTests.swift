import Foundation
import Testing

/// What ARCHITECTURE.md and SECURITY.md send a stranger to is there.
struct DocumentTests {
    @Test(arguments: ["ARCHITECTURE.md", "SECURITY.md"]) func namesWhatThereIs(_ document: String) throws {
        let text = try String(contentsOf: SourceTree.root.appendingPathComponent(document), encoding: .utf8)
        #expect(text.matches(of: /`[^`\s]+`/).count > 20)
        let found = Rules.names(in: text, .ofThisPackage) { path in
            FileManager.default.fileExists(atPath: SourceTree.root.appendingPathComponent(path).path)
        }
        #expect(found == [])
    }

    @Test(arguments: [
        ("`Relay/Core/B.swift`", 1), ("`Relay/Core/A.swift`, `A.swift`, `Core/`, `docs/a.md`", 0), ("`C.swift`", 1),
        ("`Core/C/`", 1), ("`Ann`, `Ann.sings`, `A+Singing`, `Ann+Singing`", 0), ("`Bob`", 1), ("`Ann.dances`", 1),
        ("`sotto host`, `--allow`, `start`, `NO_COLOR`", 0), ("`docs/b.md`", 1), ("`Core/A.swift`", 0),
        ("`Sources`, `Sources/Relay`, `Sources/Relay/Core/A.swift`", 0), ("`Sources/Noise`", 1),
    ])
    func findsWhatThereIsNot(_ text: String, _ count: Int) {
        let tree = SourceTree([
            "Sources/Relay/Core/A.swift": "struct Ann { func sings() {} }",
            "Sources/Relay/Core/A+Singing.swift": "extension Ann {}", "Sources/Relay/Core/Ann+Singing.swift": "",
        ])
        let found = Rules.names(in: text, tree) { path in
            path == "docs/a.md" || tree.files.keys.contains { $0 == path || $0.hasPrefix(path) }
        }
        #expect(found.count == count, "\(found)")
    }
}
