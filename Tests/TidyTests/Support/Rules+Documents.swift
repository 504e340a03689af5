import Foundation

extension Rules {
    /// What a document names in backquotes, and there is none of it: files, folders, types and their members.
    ///
    /// - Parameter exists: whether there is something at a path from the package's root.
    static func names(in document: String, _ tree: SourceTree, exists: (String) -> Bool) -> [String] {
        let words = tree.words
        return document.matches(of: /`([^`\s]+)`/).map { String($0.1) }.filter { name in
            if name.contains(/^[\w.+-]+(\/[\w.+-]+)*\/$|^[\w.+-]+(\/[\w.+-]+)*\.(swift|md|py)$/) {
                return !tree.hasPath(name, exists: exists)
            }
            if exists(name) || tree.rooms.contains(name) { return false }
            if name.contains(/^(Sources|Tests|docs|Scripts|Benchmarks|Fuzz)\/[\w.+\/-]+$/) { return true }
            guard name.contains(/^[A-Z]+[a-z]\w*([.+]\w+)*$/) else { return false }
            return !name.split { $0 == "." || $0 == "+" }.allSatisfy { words.contains(String($0)) }
                && !tree.hasPath(name + ".swift", exists: exists)
        }
    }
}

extension SourceTree {
    /// A path that begins with a room is from `Sources`; any other is from the root, or the end of one.
    fileprivate func hasPath(_ path: String, exists: (String) -> Bool) -> Bool {
        if let first = path.split(separator: "/").first, path.contains("/"), rooms.contains(String(first)) {
            return exists("Sources/" + path)
        }
        return exists(path)
            || files.keys.contains { path.hasSuffix("/") ? $0.contains("/" + path) : $0.hasSuffix("/" + path) }
    }

    /// Every word of the sources' code.
    fileprivate var words: Set<String> {
        var words: Set<String> = []
        for file in swiftFiles(under: "Sources/") {
            let parts = file.text.utf8.split { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): false
                default: true
                }
            }
            for part in parts { words.insert(String(Substring(part))) }
        }
        return words
    }
}
