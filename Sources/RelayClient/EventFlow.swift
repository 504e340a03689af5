import NIOCore

/// Turns a reader that lags, or goes on, into a line that isn't read, or is.
final class EventFlow: NIOAsyncSequenceProducerDelegate, Sendable {
    private let loop: any EventLoop
    private let setReading: @Sendable (Bool) -> Void

    /// - Parameter setReading: called on `loop`.
    init(loop: any EventLoop, setReading: @escaping @Sendable (Bool) -> Void) {
        self.loop = loop
        self.setReading = setReading
    }

    func produceMore() { loop.execute { self.setReading(true) } }

    /// Nobody will read any more: what comes is dropped where it is handed over, and answers must still be read.
    func didTerminate() { loop.execute { self.setReading(true) } }
}
