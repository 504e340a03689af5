import Foundation
import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// One line of the load, on the one event loop.
final class LoadLine: RelayConnectionListener {
    private let started: EventLoopPromise<Void>
    private(set) var connection: RelayConnection?
    private(set) var hasEnded = false
    /// Messages that are no answers.
    var onMessage: (LineMessage) -> Void = { _ in }
    var onHeardAll: () -> Void = {}
    /// What was measured would be worth nothing, and what is waited for would never come.
    var onLost: () -> Void = {
        FileHandle.standardError.write(Data("relay-bench: the relay cut a line.\n".utf8))
        exit(1)
    }

    init(started: EventLoopPromise<Void>) { self.started = started }

    func ask(_ request: RelayRequest, then: @escaping (RelayAnswer) -> Void) {
        connection?.ask(request) { result in
            if case .success(let answer) = result { then(answer) }
        }
    }

    /// For setting up: one request, its answer, and a complaint if that is a refusal.
    func settle(_ request: RelayRequest, on loop: any EventLoop) -> EventLoopFuture<RelayAnswer> {
        let promise = loop.makePromise(of: RelayAnswer.self)
        guard let connection else { return loop.makeFailedFuture(BenchmarkError.relay) }
        connection.ask(request) { result in
            switch result {
            case .success(.refused), .failure: promise.fail(BenchmarkError.relay)
            case .success(let answer): promise.succeed(answer)
            }
        }
        connection.flush()
        return promise.futureResult
    }

    func connection(_ connection: RelayConnection, started: Result<RelayAnswer, RelayClientError>) {
        self.connection = connection
        guard case .success(.started) = started else { return self.started.fail(BenchmarkError.relay) }
        self.started.succeed()
    }

    func connection(_ connection: RelayConnection, heard message: LineMessage) { onMessage(message) }

    func connectionHeardAll(_ connection: RelayConnection) { onHeardAll() }

    func connection(_ connection: RelayConnection, ended error: LineError?) {
        hasEnded = true
        onLost()
    }
}
