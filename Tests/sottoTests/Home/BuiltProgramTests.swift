import Testing

/// The suites that run the program leave themselves out where there is none: here that is told, once.
@Suite struct BuiltProgramTests {
    @Test func theProgramStandsBesideTheTests() {
        #expect(!BuiltProgram.isMissing, "sotto isn't built beside its tests: swift build --build-tests")
    }
}
