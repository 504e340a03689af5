extension Rules {
    /// The manifest declares what each room imports and nothing else, and builds every room under the house's settings.
    static func manifest(_ tree: SourceTree) -> [String] {
        guard let text = tree.files["Package.swift"] else { return ["there is no Package.swift"] }
        let manifest = Manifest(text)
        return settings(manifest) + tree.rooms.sorted().flatMap { room in self.room(room, tree, manifest) }
    }

    private static func room(_ room: String, _ tree: SourceTree, _ manifest: Manifest) -> [String] {
        guard let target = manifest.targets.first(where: { $0.name == room && $0.kind != "testTarget" }) else {
            return ["\(room): no target"]
        }
        let imported = Set(tree.swiftFiles(under: "Sources/\(room)/").flatMap(\.imports).map(\.module))
            .subtracting(ofTheSystem)
        var found = imported.subtracting(target.dependencies).sorted().map { "\(room): doesn't declare \($0)" }
        found += target.dependencies.subtracting(imported).sorted().map {
            "\(room): declares \($0), which it doesn't import"
        }
        let allowed = HouseGraph.allowed(in: room) ?? []
        found += target.dependencies.subtracting(allowed).sorted().map { "\(room): may not depend on \($0)" }
        if target.settings != "room" { found.append("\(room): not under the settings of a room") }
        return found
    }

    private static let ofTheSystem: Set<String> =
        HouseGraph.everywhere.union(HouseGraph.cLibraries).union(["Dispatch", "Foundation", "FoundationEssentials"])

    private static func settings(_ manifest: Manifest) -> [String] {
        let needed = [
            ".enableUpcomingFeature(\"InternalImportsByDefault\")",
            ".enableUpcomingFeature(\"MemberImportVisibility\")",
            ".enableUpcomingFeature(\"ExistentialAny\")", ".treatAllWarnings(as: .error)", ".strictMemorySafety()",
            "swiftLanguageModes: [.v6]",
        ]
        return needed.filter { !manifest.code.contains($0) }.map { "Package.swift: no \($0)" }
    }
}
