import Testing

/// Each rule, shown something bad: a rule that can't fail holds nothing.
struct PlantedFaultTests {
    private func tree(_ path: String, _ text: String) -> SourceTree { SourceTree([path: text]) }

    @Test(arguments: [
        ("Sources/Relay/A.swift", "import MLS"), ("Sources/Relay/A.swift", "package import Chat"),
        ("Sources/Relay/A.swift", "@preconcurrency public import HPKE"),
        ("Sources/Relay/A.swift", "import struct MLS.Group"),
        ("Sources/Relay/A.swift", "import Sodium; import MLS"),
        ("Sources/Relay/A.swift", "  import MLS  // for a moment"),
        ("Sources/Relay/A.swift", "#if DEBUG\n    import MLS\n#endif"), ("Sources/Relay/A.swift", "/* */ import MLS"),
        ("Sources/Noise/A.swift", "import CSodium"), ("Sources/sotto/Commands/A.swift", "import CSodium"),
        ("Sources/sotto/Commands/A.swift", "import CQREncode"),
        ("Sources/sotto/Home/A.swift", "import Glibc"), ("Sources/Sodium/A.swift", "import Glibc"),
        ("Sources/Identity/A.swift", "import Foundation"), ("Sources/Identity/A.swift", "import FoundationEssentials"),
        ("Sources/sotto/A.swift", "import Foundation"),
        ("Sources/HPKE/A.swift", "#if canImport(FoundationEssentials)\nimport Foundation\n#endif"),
        ("Sources/HPKE/A.swift", "import TLSCodec"), ("Sources/SecureChannel/A.swift", "import TLSCodec"),
        ("Sources/MLS/A.swift", "import Crypto"), ("Sources/MLS/A.swift", "import FoundationEssentials"),
        ("Sources/SecureChannel/A.swift", "import Crypto"), ("Sources/Terminal/A.swift", "import Identity"),
        ("Sources/New/A.swift", "let a = 1"), ("Sources/A.swift", "import Sodium"),
    ])
    func findsAnImportThatIsNotAllowed(_ path: String, _ text: String) {
        #expect(Rules.imports(tree(path, text)).count == 1)
    }

    @Test(arguments: [
        ("Sources/Sodium/A.swift", "import CSodium"), ("Sources/sotto/A.swift", "import Chat"),
        ("Sources/sotto/System/A.swift", "#if canImport(Glibc)\n    import Glibc\n#endif\nimport Dispatch"),
        (
            "Sources/HPKE/A.swift",
            "#if canImport(FoundationEssentials)\nimport FoundationEssentials\n#else\nimport Foundation\n#endif"
        ),
        ("Sources/Relay/A.swift", "// import MLS\n/* import MLS\n import MLS */\nlet a = \"import MLS\""),
        ("Sources/Relay/A.swift", "let a = \"\"\"\n    import MLS\n    \"\"\"\nimport Identity"),
    ])
    func passesAnImportThatIs(_ path: String, _ text: String) {
        #expect(Rules.imports(tree(path, text)) == [])
    }

    @Test func findsAWayThroughOthers() {
        let tree = SourceTree([
            "Sources/RelayStore/A.swift": "import Relay", "Sources/Relay/A.swift": "import SecureChannel",
            "Sources/SecureChannel/A.swift": "import RelayClient", "Sources/RelayClient/A.swift": "import MLS",
        ])
        #expect(Rules.reach(tree) == ["Relay reaches MLS", "RelayStore reaches MLS", "SecureChannel reaches MLS"])
        #expect(Rules.reach(["Identity": ["A"], "A": ["B"], "B": ["A", "HPKE"]]) == ["Identity reaches HPKE"])
    }

    @Test(arguments: [
        ("Sources/Noise/A.swift", "@_exported import Sodium"), ("Sources/Chat/A.swift", "@testable import MLS"),
        ("Sources/SecureChannel/A.swift", "@_spi(FixedEphemerals) import Noise"),
        ("Sources/sotto/Talk/A.swift", "@_spi(FixedEphemerals) package import Noise"),
        ("Fuzz/Record/A.swift", "@_spi(FixedEphemerals) import Noise"),
    ])
    func findsAnImportThatOpensABackDoor(_ path: String, _ text: String) {
        #expect(Rules.attributedImports(tree(path, text)).count == 1)
    }

    @Test func letsTheSelfTestFixEphemerals() {
        #expect(
            Rules.attributedImports(tree("Sources/sotto/Vectors/A.swift", "@_spi(FixedEphemerals) import Noise")) == [])
    }

    @Test(arguments: [
        "let a = unsafe f()", "@unsafe func f() {}", "nonisolated(unsafe) var a = 1", "unowned(unsafe) let a: A",
        "let a = \"\\(unsafe f())\"", "@_silgen_name(\"decrypt\") func f()", "@_cdecl(\"f\") func f() {}",
        "@_extern(c) func f()", "let a = unsafeBitCast(b, to: Int.self)",
    ])
    func findsWhatACompilerCannotCheck(_ text: String) {
        for path in ["Sources/Noise/A.swift", "Sources/sotto/Talk/A.swift", "Sources/sotto/SystemA.swift"] {
            #expect(Rules.unsafeWords(tree(path, text)).count == 1)
        }
        #expect(Rules.unsafeWords(tree("Sources/Sodium/A.swift", text)) == [])
        #expect(Rules.unsafeWords(tree("Sources/sotto/System/A.swift", text)) == [])
    }

    @Test(arguments: [
        "// unsafe", "let a = \"unsafe\"", "/* unsafe /* unsafe */ unsafe */", "let isUnsafe = 1", "func unsafely()",
    ])
    func passesTheWordWhereItIsNone(_ text: String) {
        #expect(Rules.unsafeWords(tree("Sources/Noise/A.swift", text)) == [])
    }

    @Test(arguments: [
        "let a = try! f()", "let a = b as! C", "let a = b!", "a!.b()", "f(a!)", "a[0]!", "f()!", "{ 1 }()!",
        "var a: Int!",
        "var a: [Int]!", "a!!", "a?!", "let a = \"\\(b!)\"", "a! + b", "a!, b", "let s = #\"\\#(b!)\"#",
        "let a = b! // sure", "`default`!", "let a: Set<Int>!",
    ])
    func findsAForcedWayOut(_ text: String) {
        #expect(Rules.traps(tree("Sources/Noise/A.swift", text)).count == 1)
        #expect(Rules.traps(tree("Tests/NoiseTests/A.swift", text)) == [])
    }

    @Test(arguments: [
        "a != b", "a !== b", "!a", "(!a)", "[!a]", "f(!a)", "a && !b", "{ !$0 }", "if !a {", "#if !os(Linux)", "a, !b",
        "let a = \"no!\"", "let a = \"\"\"\n    no! \"no!\"\n    \"\"\"", "// a!", "/// try! as!", "try? f()",
        "a as? B",
        "let a = #\"no!\"no!\"#", "let a = \"\\\"no!\"", "return !a", "a ?? !b",
        "let s = \"a\\(b ? \"no!\" : \"\")no!\"",
    ])
    func passesWhatForcesNothing(_ text: String) {
        #expect(Rules.traps(tree("Sources/Noise/A.swift", text)) == [])
    }

    @Test func keepsLineNumbers() {
        let text = "/*\n\n*/\nlet a = \"\"\"\n    x\n    \"\"\"\nlet b = c!\n"
        #expect(Rules.traps(tree("Sources/Noise/A.swift", text)) == ["Sources/Noise/A.swift:7: let b = c!"])
    }

    @Test(arguments: ["Sources/MLS/a.c", "Sources/MLS/include/a.h", "Sources/sotto/System/a.S"])
    func findsAnotherLanguage(_ path: String) {
        #expect(Rules.otherLanguages(SourceTree([path: ""])) == [path])
        #expect(Rules.otherLanguages(SourceTree(["Sources/sotto/Vectors/a.json": ""])) == [])
    }
}
