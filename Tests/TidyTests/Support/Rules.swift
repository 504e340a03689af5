import Foundation

/// What a rule found, as `path:line: words`. Each rule is a function of a tree, so that a test can show it a bad one.
enum Rules {
    /// Every import is one that ARCHITECTURE.md allows its room, and every folder below `Sources` is a room.
    static func imports(_ tree: SourceTree) -> [String] {
        tree.swiftFiles(under: "Sources/").flatMap { file -> [String] in
            guard let room = file.room, let allowed = HouseGraph.allowed(in: room) else {
                return ["\(file.path): in no room of the house"]
            }
            return file.imports.filter { !isAllowed($0, in: file, allowed) }
                .map { "\(file.path):\($0.line): \(room) may not import \($0.module)" }
        }
    }

    private static func isAllowed(_ line: Import, in file: SourceFile, _ allowed: Set<String>) -> Bool {
        if HouseGraph.cLibraries.contains(line.module) || line.module == "CQREncode" {
            return file.isUnder(["Sources/sotto/System/"])
        }
        if line.module == "Dispatch", file.isUnder(["Sources/sotto/System/"]) { return true }
        if line.module == "Foundation" {
            // Where a system has no FoundationEssentials, and nowhere else.
            return allowed.contains("FoundationEssentials")
                && line.conditions.last?.contains(/canImport\(FoundationEssentials\).*#else/) == true
        }
        return allowed.contains(line.module)
    }

    /// What the tree's own imports reach, not what the table says that they may.
    static func reach(_ tree: SourceTree) -> [String] {
        var graph: [String: Set<String>] = [:]
        for file in tree.swiftFiles(under: "Sources/") {
            guard let room = file.room else { continue }
            graph[room, default: []].formUnion(file.imports.map(\.module))
        }
        return reach(graph)
    }

    static func reach(_ graph: [String: Set<String>]) -> [String] {
        HouseGraph.serving.sorted().flatMap { room in
            HouseGraph.reach(of: room, in: graph).intersection(HouseGraph.reading).sorted()
                .map { "\(room) reaches \($0)" }
        }
    }

    /// Imports that would carry one room's view into another, or a room's insides out.
    static func attributedImports(_ tree: SourceTree) -> [String] {
        tree.swiftFiles().flatMap { file in
            file.imports.compactMap { line -> String? in
                let told = "\(file.path):\(line.line): "
                if line.attributes.contains("@_exported") { return told + "@_exported import" }
                if line.attributes.contains("@testable") { return told + "@testable import" }
                guard line.attributes.contains(/@_spi\(\s*FixedEphemerals\s*\)/) else { return nil }
                return file.isUnder(HouseGraph.fixedEphemeralFolders) ? nil : told + "@_spi(FixedEphemerals) import"
            }
        }
    }

    /// `unsafe`, in whatever form, and names that reach past the import graph.
    static func unsafeWords(_ tree: SourceTree) -> [String] {
        find(tree, /\bunsafe(?:BitCast|Downcast)?\b|@(?:_silgen_name|_extern|_cdecl|c)\b/) {
            $0.isUnder(["Sources/"]) && !$0.isUnder(HouseGraph.unsafeFolders)
        }
    }

    /// Anything that ends the program where an error could be thrown.
    static func traps(_ tree: SourceTree) -> [String] {
        find(tree, /\btry!|\bas!|(?<before>[\w)\]}>"`?!])!(?![=])/) { $0.isUnder(["Sources/"]) }
    }

    /// Nothing but Swift lies among the sources: a C file would need no `unsafe`.
    static func otherLanguages(_ tree: SourceTree) -> [String] {
        let compiled = ["c", "h", "cc", "cpp", "cxx", "hpp", "m", "mm", "s", "S", "asm", "modulemap", "o", "a"]
        return tree.files.keys.sorted().filter { path in
            path.hasPrefix("Sources/") && compiled.contains((path as NSString).pathExtension)
        }
    }

    private static func find(
        _ tree: SourceTree, _ pattern: some RegexComponent, where isBound: (SourceFile) -> Bool
    ) -> [String] {
        tree.swiftFiles().filter(isBound).flatMap { file in
            file.lines.filter { $0.code.contains(pattern) }.map {
                "\(file.path):\($0.number): \($0.code.trimmingCharacters(in: .whitespaces))"
            }
        }
    }
}
