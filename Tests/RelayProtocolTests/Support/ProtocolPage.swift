import Foundation
import TestSupport

/// What docs/protocol.md says of a relay's protocol, as far as a program can read it.
struct ProtocolPage {
    /// The hexadecimal blocks by their labels: "```hex LABEL".
    let examples: [String: [UInt8]]
    /// Labels that more than one block has.
    let doubled: [String]
    /// The cells of each line of a table.
    let rows: [[String]]
    let text: String

    init(text: String) {
        self.text = text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var examples: [String: [UInt8]] = [:]
        var doubled: [String] = []
        for (place, line) in lines.enumerated() where line.hasPrefix("```hex ") {
            let label = String(line.dropFirst(7))
            let digits = lines[(place + 1)...].prefix { $0 != "```" }.joined().filter { $0 != " " }
            if examples.updateValue([UInt8](hex: digits), forKey: label) != nil { doubled.append(label) }
        }
        self.examples = examples
        self.doubled = doubled
        rows = lines.filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The lines of numbered tables: the number, and the name beside it.
    var numbered: [(number: Int, name: String)] {
        rows.compactMap { cells in
            guard cells.count >= 2, let number = Int(cells[0]) else { return nil }
            return (number, cells[1])
        }
    }

    /// The part of the page from one heading to the next of its rank.
    func section(_ name: String) throws -> ProtocolPage {
        let parts = text.components(separatedBy: "\n## ").filter { $0.hasPrefix("\(name)\n") }
        guard parts.count == 1 else { throw CocoaError(.formatting) }
        return ProtocolPage(text: parts[0])
    }

    static func ofThisPackage() throws -> ProtocolPage {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return ProtocolPage(text: try String(contentsOf: root.appending(path: "docs/protocol.md"), encoding: .utf8))
    }
}
