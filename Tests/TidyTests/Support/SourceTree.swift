import Foundation

/// Files with their text, by path from the package's root.
struct SourceTree {
    let files: [String: String]

    init(_ files: [String: String]) { self.files = files }

    /// What lies in the package to which these tests belong.
    static let ofThisPackage = SourceTree(readingFrom: root)

    static let root: URL = {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root
    }()

    private static let folders = ["Sources", "Benchmarks", "Fuzz"]

    private init(readingFrom root: URL) {
        var files: [String: String] = [:]
        for folder in Self.folders {
            let base = root.appendingPathComponent(folder)
            for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() {
                let url = base.appendingPathComponent(path)
                guard let bytes = try? Data(contentsOf: url) else { continue }
                files[folder + "/" + path] = path.hasSuffix(".swift") ? String(decoding: bytes, as: UTF8.self) : ""
            }
        }
        files["Package.swift"] = try? String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        self.files = files
    }

    /// Swift files under `folder`, in order.
    func swiftFiles(under folder: String = "") -> [SourceFile] {
        files.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".swift") && $0.key != "Package.swift" }
            .map { SourceFile(path: $0.key, text: $0.value) }
            .sorted { $0.path < $1.path }
    }

    /// The rooms that exist.
    var rooms: Set<String> { Set(swiftFiles(under: "Sources/").compactMap(\.room)) }
}
