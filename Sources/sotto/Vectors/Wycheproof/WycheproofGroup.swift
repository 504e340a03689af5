/// Tests that share parameters.
protocol WycheproofGroup: Decodable, Sendable {
    associatedtype Test: WycheproofTest
    var tests: [Test] { get }

    /// Why this program can't run the group's tests; nil if it can.
    var skipReason: String? { get }

    /// What is worth saying about a test that passed.
    func notes(_ test: Test) -> [String]
}

extension WycheproofGroup {
    var skipReason: String? { nil }

    func notes(_ test: Test) -> [String] { [] }
}
