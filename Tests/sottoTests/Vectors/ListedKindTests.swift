import Testing

@testable import sotto

/// Files that are lists, and what kind of list.
@Suite struct ListedKindTests {
    private static let zeros = String(repeating: "0", count: 64)

    private func tally(_ text: String) throws -> VectorTally {
        let report = VectorFile("own.json", text).report()
        #expect(report.tallies.count == 1)
        return try #require(report.tallies.first)
    }

    /// The secret of no pre-shared keys is as many zeros as a hash is long.
    private func noKeys(_ suites: UInt16...) -> String {
        let cases = suites.map { #"{"cipher_suite": \#($0), "psks": [], "psk_secret": "\#(Self.zeros)"}"# }
        return "[" + cases.joined(separator: ", ") + "]"
    }

    @Test func aListRunsUnderTheNameOfItsKind() throws {
        let tally = try tally(noKeys(1, 3))
        #expect(tally.suite == "mls-psk_secret")
        #expect(tally.passed == 2)
    }

    @Test func aSuiteOfOursThatNobodyPublishesRunsToo() throws {
        #expect(try tally(noKeys(0xF04D)).passed == 1)
    }

    @Test func otherSuitesAreSkippedWithTheirNumbersAndAreNoPass() throws {
        let several = try tally(noKeys(5, 3, 2, 5))
        #expect(several.run == 1)
        #expect(several.skipped == 3)
        #expect(several.reasons.reasons == "MLS suites 2, 5 aren't built in")
        let one = try tally(noKeys(4))
        #expect(one.run == 0)
        #expect(one.reasons.reasons == "MLS suite 4 isn't built in")
    }

    @Test func aWrongCaseFailsByItsPlaceInTheFile() throws {
        let wrong = noKeys(3).dropLast(4) + "1\"}]"
        let tally = try tally(noKeys(1).dropLast() + ", " + wrong.dropFirst())
        #expect(tally.passed == 1)
        #expect(tally.failing == ["own.json:2"])
    }

    @Test func aCaseOfAnotherShapeMakesTheFileUnreadable() throws {
        for other in ["{}", "7", #"{"cipher_suite": 70000, "psks": [], "psk_secret": ""}"#] {
            let tally = try tally(noKeys(1).dropLast() + ", \(other)]")
            #expect(tally.failing == ["own.json: can't be read as vectors"])
        }
    }

    @Test(arguments: [
        (#"[{"vlbytes_header": "00", "length": 0}]"#, true), (#"[{"vlbytes_header": "3f", "length": 63}]"#, true),
        (#"[{"vlbytes_header": "4040", "length": 64}]"#, true), (#"[{"vlbytes_header": "4040", "length": 65}]"#, false),
        (#"[{"vlbytes_header": "4001", "length": 1}]"#, false), (#"[{"vlbytes_header": "40", "length": 64}]"#, false),
        (#"[{"vlbytes_header": "0000", "length": 0}]"#, false), (#"[{"vlbytes_header": "c0", "length": -1}]"#, false),
    ]) func aLengthPassesIfItIsWrittenAsItMustBe(_ text: String, passes: Bool) throws {
        let tally = try tally(text)
        #expect(tally.suite == "mls-deserialization")
        #expect(tally.passed == (passes ? 1 : 0))
        #expect(tally.run == 1)
    }

    @Test(arguments: ["[]", "[1, 2]", #"[{"algorithm": "XDH"}]"#, #"[["cipher_suite"]]"#])
    func aListOfSomethingElseIsSkippedWithItsReason(_ text: String) throws {
        let tally = try tally(text)
        #expect(tally.run == 0)
        #expect(tally.suite == "own")
    }
}
