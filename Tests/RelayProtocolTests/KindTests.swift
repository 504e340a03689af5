import RelayProtocol
import Testing

@Suite struct KindTests {
    @Test(arguments: RelayMessageKind.allCases) func aKindIsOfOneSort(kind: RelayMessageKind) {
        let sorts = [RelayRequest.kinds, RelayAnswer.kinds, RelayEvent.kinds]
        #expect(sorts.filter { $0.contains(kind.rawValue) }.count == 1)
    }

    /// So none lies between them that isn't told apart.
    @Test func thereIsAKindForEveryNumberOfEachSort() {
        let numbers = [RelayRequest.kinds, RelayAnswer.kinds, RelayEvent.kinds].flatMap { Array($0) }
        #expect(numbers == RelayMessageKind.allCases.map(\.rawValue))
        #expect(numbers.count == 34)
    }

    /// Below 16 are the line's own, up to 31 the talk's.
    @Test func noKindIsTheLinesOrTheTalks() {
        #expect(RelayMessageKind.allCases.allSatisfy { $0.rawValue >= 32 })
    }
}
