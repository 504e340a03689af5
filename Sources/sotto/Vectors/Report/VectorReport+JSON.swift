extension VectorReport {
    /// An object a line: one for each suite, then `total`. The fields are always there, in this order: `suite`, `run`,
    /// `passed`, `failed`, `skipped`, `reason` and `note` (texts, empty if there is nothing to say), `failing` (names
    /// of at most ``VectorLimits/failingNamedMax`` failed cases of a suite; empty in the total).
    package func jsonLines() -> String {
        (tallies + [total]).map { Self.object($0) + "\n" }.joined()
    }

    private static func object(_ tally: VectorTally) -> String {
        """
        {"suite":\(text(tally.suite)),"run":\(tally.run),"passed":\(tally.passed),"failed":\(tally.failed),\
        "skipped":\(tally.skipped),"reason":\(text(tally.reasons.reasons)),"note":\(text(tally.notes.counted)),\
        "failing":[\(tally.failing.map(text).joined(separator: ","))]}
        """
    }

    /// RFC 8259 §7, and all that isn't ASCII as an escape too, so that a terminal shows the line unharmed.
    private static func text(_ value: String) -> String {
        "\"" + value.utf16.map(escaped).joined() + "\""
    }

    private static func escaped(_ unit: UInt16) -> String {
        guard unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C else {
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return String(UnicodeScalar(UInt8(unit)))
    }
}
