import Sodium
import Testing

@Suite struct RandomSourceTests {
    @Test func theSystemNeverRepeats() {
        #expect(Set((0..<100).map { _ in RandomSource.system.bytes(count: 16) }).count == 100)
        #expect(Set((0..<100).map { _ in RandomSource.system.secret(byteCount: 16).array() }).count == 100)
        #expect(RandomSource.system.bytes(count: 0) == [])
        #expect(RandomSource.system.secret(byteCount: 0).byteCount == 0)
    }

    @Test(arguments: [0, 1, 32, 1000]) func aGivenSourceIsAskedForEveryByte(_ count: Int) {
        let source = RandomSource { span in
            for index in span.indices { span[index] = UInt8(truncatingIfNeeded: index &+ 3) }
        }
        let expected = (0..<count).map { UInt8(truncatingIfNeeded: $0 &+ 3) }
        #expect(source.bytes(count: count) == expected)
        #expect(source.secret(byteCount: count).array() == expected)
    }
}
