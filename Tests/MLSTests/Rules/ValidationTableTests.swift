import Foundation
import MLS
import Testing

/// The validation table says what is checked, where, and which test breaks it. Here it is held to that.
struct ValidationTableTests {
    @Test func namesEveryRuleOnceWithItsClause() throws {
        let table = ValidationTable.ofThisPackage
        let named = table.rows.map { "\($0.id) \($0.clause)" }
        let ruled = ValidationRule.allCases.map { "\($0.rawValue) \($0.clause)" }
        #expect(ruled.count > 80)
        #expect(Set(ruled).subtracting(named).sorted() == [], "not in the table")
        #expect(Set(named).subtracting(ruled).sorted() == [], "no such rule")
        #expect(named.count == Set(named).count, "named twice")
    }

    @Test(arguments: ValidationRule.allCases)
    func aRuleIsThrownWhereTheTableSays(_ rule: ValidationRule) throws {
        let row = try #require(ValidationTable.ofThisPackage.rows.first { $0.id == rule.rawValue })
        let sources = ValidationTable.library.filter { !$0.key.hasPrefix("ValidationRule") }
        #expect(!row.places.isEmpty)
        for place in row.places {
            let here = sources.filter { $0.key == place + ".swift" || $0.key.hasPrefix(place + "+") }
            #expect(here.values.contains { $0.mentions(rule) }, "\(place) doesn't throw \(rule)")
        }
    }

    @Test(arguments: ValidationRule.allCases)
    func aTestBreaksEachRule(_ rule: ValidationRule) throws {
        let row = try #require(ValidationTable.ofThisPackage.rows.first { $0.id == rule.rawValue })
        let tests = ValidationTable.tests
        #expect(!row.tests.isEmpty)
        for name in row.tests {
            let text = try #require(tests.text(ofTest: name), "no test \(name)")
            #expect(text.mentions(rule), "\(name) doesn't mention \(rule)")
        }
    }

    @Test func theSecondTableNamesTestsThatExist() throws {
        let tests = ValidationTable.tests
        let named = ValidationTable.ofThisPackage.otherTests
        #expect(named.count > 10)
        for name in named { #expect(tests.text(ofTest: name) != nil, "no test \(name)") }
    }
}

extension String {
    /// Whether the case itself stands here: `.parentHash`, neither `.parentHashes` nor a property `leaf.parentHash`.
    fileprivate func mentions(_ rule: ValidationRule) -> Bool {
        ranges(of: ".\(rule)").contains { found in
            let before = found.lowerBound == startIndex ? " " : self[index(before: found.lowerBound)]
            let after = found.upperBound == endIndex ? " " : self[found.upperBound]
            return "( ".contains(before) && !after.isLetter && !after.isNumber
        }
    }
}

extension [String: String] {
    /// The text from `Suite/function` on to the next function of its file.
    fileprivate func text(ofTest name: String) -> String? {
        let parts = name.split(separator: "/")
        guard parts.count == 2 else { return nil }
        for text in values where text.contains("struct \(parts[0]) ") || text.contains("extension \(parts[0]) ") {
            guard let start = text.range(of: "func \(parts[1])(") else { continue }
            // The attribute before a parameterised test holds its arguments.
            let head = text[..<start.lowerBound].range(of: "@Test", options: .backwards)?.lowerBound
            let rest = text[start.upperBound...]
            return String(text[(head ?? start.lowerBound)..<(rest.range(of: "@Test")?.lowerBound ?? rest.endIndex)])
        }
        return nil
    }
}
