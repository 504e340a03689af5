/// What a client hears, for one reader. While that one doesn't read, little is kept and the rest is left at the relay.
package struct RelayClientEvents: AsyncSequence, Sendable {
    package typealias Element = RelayClientEvent

    let queue: EventQueue

    package struct AsyncIterator: AsyncIteratorProtocol {
        let queue: EventQueue

        package mutating func next() async -> RelayClientEvent? { await queue.next() }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(queue: queue) }
}
