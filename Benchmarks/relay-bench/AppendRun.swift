import NIOCore
import RelayClient
import RelayProtocol

/// One line's appends, on the event loop.
final class AppendRun {
    private let line: LoadLine
    private let room: BenchRoom
    private let count: Int
    private let options: Options
    private let done: EventLoopPromise<Void>
    private var sentCount = 0
    private var acknowledgedCount = 0

    init(line: LoadLine, room: BenchRoom, count: Int, options: Options, done: EventLoopPromise<Void>) {
        self.line = line
        self.room = room
        self.count = count
        self.options = options
        self.done = done
    }

    func begin() {
        line.onHeardAll = { self.send() }
        send()
    }

    private func send() {
        while sentCount < count, sentCount - acknowledgedCount < options.window {
            line.ask(room.message(sentCount, byteCount: options.size)) { self.acknowledged($0) }
            sentCount += 1
        }
        line.connection?.flush()
    }

    private func acknowledged(_ answer: RelayAnswer) {
        guard case .appended = answer else { return done.fail(BenchmarkError.relay) }
        acknowledgedCount += 1
        guard acknowledgedCount == count else { return }
        line.onHeardAll = {}
        done.succeed()
    }
}
