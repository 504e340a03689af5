import NIOCore

/// What a client hears, for one reader. While it doesn't read, the line isn't read either.
package struct RelayClientEvents: AsyncSequence, Sendable {
    package typealias Element = RelayClientEvent
    typealias Producer = NIOAsyncSequenceProducer<
        RelayClientEvent, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, EventFlow
    >

    let sequence: Producer

    package struct AsyncIterator: AsyncIteratorProtocol {
        var iterator: Producer.AsyncIterator

        package mutating func next() async -> RelayClientEvent? { await iterator.next() }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(iterator: sequence.makeAsyncIterator()) }
}
