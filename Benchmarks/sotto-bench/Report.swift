import Foundation

/// Figures as a table for people, or as one JSON object a line.
enum Report {
    case table, json

    func begin() {
        if case .table = self { print(Self.header) }
    }

    func show(_ figure: Figure) throws {
        switch self {
        case .table: print(Self.line(figure))
        case .json: print(try Self.json(figure))
        }
        // Line by line, also into a pipe.
        fflush(nil)
    }

    private static let header = row(
        "", "bytes", "floor ns", "ours ns", "a second", "ratio", "quartiles", "goal", "allocations")

    private static func line(_ figure: Figure) -> String {
        row(
            "\(figure.name) / \(figure.floor)", figure.byteCount.map(String.init) ?? "",
            number(figure.floorNanoseconds, 0), number(figure.nanoseconds, 0),
            number(1e9 / figure.nanoseconds, 0), number(figure.ratio, 3),
            number(figure.ratioLow, 3) + "–" + number(figure.ratioHigh, 3), goal(figure), allocations(figure))
    }

    private static func json(_ figure: Figure) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(figure), as: UTF8.self)
    }

    private static func goal(_ figure: Figure) -> String {
        guard let goal = figure.goal, let isMet = figure.isMet else { return "–" }
        return "≥ \(number(goal, 2)) \(isMet ? "met" : "MISSED")"
    }

    private static func allocations(_ figure: Figure) -> String {
        guard let allocations = figure.allocations else { return "not counted" }
        guard let goal = figure.allocationsGoal else { return number(allocations, 2) }
        return "\(number(allocations, 2)) (goal \(number(goal, 0)))"
    }

    private static func number(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

    private static func row(_ name: String, _ columns: String...) -> String {
        let widths = [6, 9, 9, 9, 6, 12, 14, 16]
        let padded = zip(columns, widths).map { column, width in
            String(repeating: " ", count: max(0, width - column.count)) + column
        }
        return name + String(repeating: " ", count: max(0, 46 - name.count)) + padded.joined(separator: " ")
    }
}
