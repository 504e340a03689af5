import Foundation

/// The entries of all suites as one table in Markdown: the first suite is that of the goals.
struct Report {
    let suites: [(name: String, entries: [Entry])]

    var lines: [String] {
        var head = "| | goal | "
        var rule = "| --- | --- | "
        for suite in suites {
            head += "\(suite.name) | floor | × floor | "
            rule += "--- | --- | --- | "
        }
        return [head + "|", rule + "--- |"] + names.map(line) + reasons
    }

    /// Below the table, for goals that are missed.
    private var reasons: [String] {
        let entries = suites.first?.entries ?? []
        let missed = entries.filter { entry in entry.goal.map { !$0.isMet(by: entry) } ?? false }
        return missed.flatMap { entry in entry.reason.map { ["", "\(entry.operation): \($0)"] } ?? [] }
    }

    private var names: [String] { suites.first?.entries.map(\.operation) ?? [] }

    private func line(_ name: String) -> String {
        let entries = suites.map { suite in suite.entries.first { $0.operation == name } }
        let first = entries.first.flatMap { $0 }
        let cells = entries.map { $0.map(Self.cells) ?? "– | – | –" }
        let goal = first.flatMap { entry in entry.goal.map { "\(Self.text($0)) | " } } ?? "– | "
        let verdict = first.map(Self.verdict) ?? ""
        return "| \(name) | \(goal)\(cells.joined(separator: " | ")) | \(verdict) |"
    }

    private static func cells(_ entry: Entry) -> String {
        let floor = entry.floor.map { amount($0, entry) } ?? "–"
        return "\(amount(entry.value, entry)) | \(floor) | \(ratio(entry))"
    }

    private static func verdict(_ entry: Entry) -> String {
        guard let goal = entry.goal else { return "" }
        guard !goal.isMet(by: entry) else { return "met" }
        return "missed by \(number(goal.share(of: entry) - 100, 1)) %"
    }

    private static func text(_ goal: Goal) -> String {
        switch goal {
        case .ratio(let limit): "≤ \(number(limit, 2)) × floor"
        case .milliseconds(let limit): "≤ \(number(limit, limit < 1 ? 2 : limit < 10 ? 1 : 0)) ms"
        case .bytes(let limit): "≤ \(grouped(limit))"
        case .quotient(let limit): "≤ \(number(limit, 1)) ×"
        }
    }

    private static func amount(_ value: Double, _ entry: Entry) -> String {
        switch entry.unit {
        case .nanoseconds where value < 1e5: "\(number(value / 1e3, 1)) µs"
        case .nanoseconds: "\(number(value / 1e6, value < 1e7 ? 3 : 1)) ms"
        case .quotient: number(value, 2)
        case .bytes: grouped(value)
        }
    }

    private static func ratio(_ entry: Entry) -> String { entry.ratio.map { number($0, 2) } ?? "–" }

    private static func number(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

    /// Thousands set apart.
    private static func grouped(_ value: Double) -> String {
        var digits = number(value.rounded(.up), 0)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
