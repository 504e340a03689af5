import Testing

@testable import sotto

@Suite struct VectorReportTests {
    private func tally(_ suite: String, passed: Int = 0, failed: [String] = [], skipped: Int = 0) -> VectorTally {
        var tally = VectorTally(suite: suite)
        for _ in 0..<passed { tally.pass() }
        for id in failed { tally.fail(id) }
        tally.skip(skipped, because: "not built in")
        return tally
    }

    @Test func theTableAlignsAndTotals() {
        let report = VectorReport(
            embedded: [tally("one", passed: 1200), tally("another", passed: 1, failed: ["7", "9"], skipped: 30)],
            found: nil)
        #expect(
            report.table() == """
                suite     run  passed  failed  skipped
                one      1200    1200       0        0
                another     3       1       2       30  not built in
                total    1203    1201       2       30
                failed in another: 7, 9
                """)
    }

    @Test func jsonHasAnObjectALineWithTheSameFieldsEach() {
        let report = VectorReport(embedded: [tally("one", passed: 1, failed: ["a\"\u{1B}"], skipped: 2)], found: nil)
        #expect(
            report.jsonLines() == #"""
                {"suite":"one","run":2,"passed":1,"failed":1,"skipped":2,"reason":"not built in","note":"","failing":["a\"\u001b"]}
                {"suite":"total","run":2,"passed":1,"failed":1,"skipped":2,"reason":"","note":"","failing":[]}
                """#)
    }

    @Test func namesFromFilesCannotTouchTheTerminal() {
        let report = VectorReport(embedded: [tally("\u{1B}[2J", failed: ["\u{202E}x"])], found: nil)
        #expect(report.table().unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value < 0x7F) })
    }

    @Test func atMostSixteenFailuresAreNamed() {
        let sixteen = VectorReport(embedded: [tally("s", failed: (1...16).map(String.init))], found: nil)
        #expect(sixteen.table().hasSuffix("15, 16"))
        let seventeen = VectorReport(embedded: [tally("s", failed: (1...17).map(String.init))], found: nil)
        #expect(seventeen.table().hasSuffix("15, 16 and 1 more"))
        #expect(seventeen["s"]?.failing.count == VectorLimits.failingNamedMax)
        #expect(seventeen["s"]?.failed == 17)
    }

    @Test func severalReasonsStandWithTheirCounts() {
        var tally = tally("s", skipped: 3)
        #expect(tally.remark == "not built in")
        tally.skip(4, because: "too new")
        tally.pass(notes: ["odd"])
        tally.pass(notes: ["odd", "new"])
        #expect(tally.remark == "not built in (3); too new (4); 2 odd, 1 new")
    }

    @Test func suitesOfOneNameAreOneRow() {
        let report = VectorReport(
            embedded: [], found: [tally("s", passed: 1), tally("t", passed: 1), tally("s", failed: ["x"], skipped: 4)])
        #expect(report.tallies.map(\.suite) == ["s", "t"])
        #expect(report["s"]?.run == 2)
        #expect(report["s"]?.failing == ["x"])
        #expect(report["s"]?.reasons.count(of: "not built in") == 4)
    }

    @Test func aFailureAnywhereIsAFailure() {
        #expect(verdict([tally("s", passed: 9, failed: ["x"])], nil) == .failed)
        #expect(verdict([tally("s", passed: 9)], [tally("files", failed: ["x"])]) == .failed)
    }

    @Test func nothingRunProvesNothing() {
        #expect(verdict([], nil) == .noneRan)
        #expect(verdict([tally("s", skipped: 9)], nil) == .noneRan)
        #expect(verdict([tally("s", passed: 1)], []) == .noneRanFromFolder)
        #expect(
            verdict([tally("s", passed: 1)], [tally("t", skipped: 9), tally("files", passed: 1)]) == .noneRanFromFolder)
        #expect(verdict([tally("s", passed: 1)], [tally("t", passed: 1)]) == .passed)
        #expect(verdict([tally("s", passed: 1)], nil) == .passed)
    }

    @Test func everyVerdictButPassedExitsWith1() {
        #expect(Failure(VectorReport(embedded: [tally("s", passed: 1)], found: nil)) == nil)
        #expect(Failure(VectorReport(embedded: [], found: nil))?.status == .failed)
        #expect(Failure(VectorReport(embedded: [tally("s", passed: 1)], found: []))?.status == .failed)
        #expect(Failure(VectorReport(embedded: [tally("s", failed: ["x"])], found: nil))?.status == .failed)
    }

    @Test func theMessageSaysWhetherProgramOrFilesAreAtFault() {
        func message(_ suites: String...) -> String? {
            Failure(VectorReport(embedded: [], found: suites.map { tally($0, failed: ["x"]) }))?.mend
        }
        #expect(message("files", "x25519")?.contains("fetch them again") == true)
        #expect(message("files", "rfc7748-x25519")?.hasPrefix("Don't trust") == true)
        #expect(message("x25519")?.hasPrefix("If the files are as published") == true)
    }

    private func verdict(_ embedded: [VectorTally], _ found: [VectorTally]?) -> VectorReport.Verdict {
        VectorReport(embedded: embedded, found: found).verdict
    }
}
