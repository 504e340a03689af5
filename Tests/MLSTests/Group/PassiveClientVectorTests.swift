import MLS
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct PassiveClientVectorTests {
    @Test(arguments: PassiveClientCase.ours("passive-client-welcome.json"))
    func joinsByWelcome(vector: PassiveClientCase) throws { try vector.run() }

    @Test(arguments: PassiveClientCase.ours("passive-client-handling-commit.json"))
    func followsCommits(vector: PassiveClientCase) throws { try vector.run() }

    @Test(arguments: PassiveClientCase.ours("passive-client-random.json"))
    func followsALongLife(vector: PassiveClientCase) throws { try vector.run() }

    @Test(arguments: [(1 as UInt16, 1), (3, 0)])
    func allPublishedCasesAreRun(suite: UInt16, random: Int) {
        #expect(PassiveClientCase.all("passive-client-welcome.json", suite: suite).count == 8)
        #expect(PassiveClientCase.all("passive-client-handling-commit.json", suite: suite).count == 13)
        #expect(PassiveClientCase.all("passive-client-random.json", suite: suite).count == random)
    }
}

extension PassiveClientCase {
    /// The cases of the two suites that are published and that this library has.
    static func ours(_ file: String) -> [PassiveClientCase] { all(file, suite: 1) + all(file, suite: 3) }
}
