import RelayProtocol
import Testing

@Suite struct ExampleTests {
    @Test(arguments: Example.all) func whatIsSaidHasExactlyTheseBytes(example: Example) throws {
        let message = try example.said.message()
        #expect(message.kind == example.kind)
        #expect(message.body == example.body)
        #expect(Said.reading(RelayMessage(kind: example.kind, body: example.body)) == example.said)
    }

    @Test(arguments: Example.all) func oneByteMoreIsRefused(example: Example) {
        for byte: UInt8 in [0, 1, 0xFF] {
            #expect(Said.reading(RelayMessage(kind: example.kind, body: example.body + [byte])) == nil)
        }
    }

    @Test(arguments: Example.all) func aBodyThatEndsEarlyIsRefused(example: Example) {
        for count in 0..<example.body.count {
            #expect(Said.reading(RelayMessage(kind: example.kind, body: Array(example.body.prefix(count)))) == nil)
        }
    }

    @Test func everyKindHasAnExample() {
        #expect(Set(Example.all.map(\.kind)) == Set(RelayMessageKind.allCases.map(\.rawValue)))
        #expect(Example.all.count == 47)
    }
}
