import Foundation

/// What a package's manifest says of its targets, as far as the house rules ask.
struct Manifest {
    struct Target {
        let kind: String
        let name: String
        let dependencies: Set<String>
        /// The name after `swiftSettings:`.
        let settings: String?
    }

    let targets: [Target]
    let code: String

    init(_ text: String) {
        let shared = Self.sharedDependencies(text)
        code = text.replacing(/\/\/[^\n]*/, with: "")
        targets = Self.calls(in: code).compactMap { Self.target($0.kind, $0.arguments, shared) }
    }

    /// `let nioCore = Target.Dependency.product(name: "NIOCore", …)`
    private static func sharedDependencies(_ text: String) -> [String: String] {
        let found = text.matches(
            of: /let\s+(\w+)\s*(?::[^=\n]+)?=\s*(?:Target\.Dependency)?\.\w+\(\s*name:\s*"([^"]+)"/)
        return Dictionary(found.map { (String($0.output.1), String($0.output.2)) }) { first, _ in first }
    }

    private static func calls(in text: String) -> [(kind: String, arguments: String)] {
        text.matches(of: /\.(target|executableTarget|testTarget|systemLibrary|macro|plugin|binaryTarget)\(/).compactMap
        {
            guard let end = matching(text, from: $0.range.upperBound, "(", ")") else { return nil }
            return (String($0.output.1), String(text[$0.range.upperBound..<end]))
        }
    }

    private static func target(_ kind: String, _ arguments: String, _ shared: [String: String]) -> Target? {
        guard let name = arguments.firstMatch(of: /^\s*name:\s*"([^"]+)"/)?.output.1 else { return nil }
        var dependencies: Set<String> = []
        if let start = arguments.firstMatch(of: /dependencies:\s*\[/)?.range.upperBound,
            let end = matching(arguments, from: start, "[", "]")
        {
            dependencies = names(in: String(arguments[start..<end]), shared)
        }
        let settings = arguments.firstMatch(of: /swiftSettings:\s*(\w+)/).map { String($0.output.1) }
        return Target(kind: kind, name: String(name), dependencies: dependencies, settings: settings)
    }

    /// `"Room"`, `.product(name: "NIOCore", package: "swift-nio")`, or a shared one's identifier.
    private static func names(in list: String, _ shared: [String: String]) -> Set<String> {
        var names: Set<String> = []
        var rest = list
        for match in list.matches(of: /\.\w+\(\s*name:\s*"([^"]+)"[^)]*\)/) {
            names.insert(String(match.output.1))
            rest = rest.replacing(String(match.output.0), with: "")
        }
        for match in rest.matches(of: /"([^"]+)"/) { names.insert(String(match.output.1)) }
        for match in rest.replacing(/"[^"]*"/, with: "").matches(of: /\w+/) {
            let identifier = String(match.output)
            names.insert(shared[identifier] ?? "unknown identifier \(identifier)")
        }
        return names
    }

    private static func matching(
        _ text: String, from start: String.Index, _ open: Character, _ close: Character
    ) -> String.Index? {
        var depth = 0
        for index in text.indices[start...] {
            if text[index] == open { depth += 1 }
            if text[index] == close {
                if depth == 0 { return index }
                depth -= 1
            }
        }
        return nil
    }
}
