import Testing

/// The house's walls, in the house as it stands. Whether each rule can fail is `PlantedFaultTests`' question.
struct HouseRuleTests {
    private let tree = SourceTree.ofThisPackage

    @Test func readsTheWholeTree() {
        #expect(tree.rooms.isSuperset(of: ["Sodium", "Identity", "sotto"]))
        #expect(tree.swiftFiles(under: "Sources/Sodium/").flatMap(\.imports).contains { $0.module == "CSodium" })
        #expect(tree.swiftFiles(under: "Sources/sotto/System/").contains { $0.code.contains(/\bunsafe\b/) })
    }

    @Test func importsOnlyWhatEachRoomMay() { #expect(Rules.imports(tree) == []) }

    @Test func letsNobodyWhoServesReachARoomThatReads() {
        #expect(Rules.reach(tree) == [])
        #expect(Rules.reach(HouseGraph.rooms) == [])
    }

    @Test func handsNoImportOnAndOpensNoBackDoor() { #expect(Rules.attributedImports(tree) == []) }

    @Test func saysUnsafeInTwoFoldersOnly() { #expect(Rules.unsafeWords(tree) == []) }

    @Test func endsTheProgramNowhereByForce() { #expect(Rules.traps(tree) == []) }

    @Test func isWrittenInSwiftAlone() { #expect(Rules.otherLanguages(tree) == []) }

    @Test func declaresWhatItImports() { #expect(Rules.manifest(tree) == []) }
}
