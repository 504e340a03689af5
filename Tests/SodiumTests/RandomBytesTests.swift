import Sodium
import Testing

@Suite struct RandomBytesTests {
    @Test(arguments: [0, 1, 32, 4096]) func givesAsManyAsAskedFor(_ count: Int) {
        #expect(RandomBytes.array(count: count).count == count)
    }

    @Test func drawsDiffer() {
        #expect(Set((0..<100).map { _ in RandomBytes.array(count: 16) }).count == 100)
    }

    @Test func uniformStaysBelowItsBoundAndReachesAll() {
        #expect(RandomBytes.uniform(below: 0) == 0)
        #expect(RandomBytes.uniform(below: 1) == 0)
        #expect(Set((0..<1000).map { _ in RandomBytes.uniform(below: 4) }) == [0, 1, 2, 3])
    }
}
