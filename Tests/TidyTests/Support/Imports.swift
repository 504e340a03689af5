import Foundation

/// One `import` of a file.
struct Import: Hashable {
    let module: String
    let attributes: String
    let line: Int
    /// The conditions of compilation around it, innermost last, such as `#if canImport(Glibc)` or `#else`.
    let conditions: [String]
}

extension SourceFile {
    /// Whatever the access level, the attributes, or a kind such as `import struct`.
    var imports: [Import] {
        var found: [Import] = []
        var conditions: [String] = []
        for (number, code) in lines {
            let line = code.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("#if") {
                conditions.append(line)
            } else if line.hasPrefix("#elseif") || line.hasPrefix("#else") {
                let first = conditions.popLast() ?? ""
                conditions.append(first + " " + line)
            } else if line.hasPrefix("#endif") {
                _ = conditions.popLast()
            }
            for statement in line.split(separator: ";") {
                guard let match = String(statement).wholeMatch(of: Self.importLine) else { continue }
                found.append(
                    Import(
                        module: String(match.output.2), attributes: String(match.output.1), line: number,
                        conditions: conditions))
            }
        }
        return found
    }

    nonisolated(unsafe) private static let importLine =
        /\s*(.*?)\bimport\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)(?:\.\w+)*\s*/
}
