import NIOCore
import RelayClient
import RelayProtocol

/// One line's appends, on the event loop: those whose numbers lie in `numbers`.
final class AppendRun {
    private let line: LoadLine
    private let room: BenchRoom
    private let numbers: Range<Int>
    private let options: Options
    private let done: EventLoopPromise<Void>
    private var sentEnd: Int
    private var acknowledgedEnd: Int

    init(line: LoadLine, room: BenchRoom, numbers: Range<Int>, options: Options, done: EventLoopPromise<Void>) {
        self.line = line
        self.room = room
        self.numbers = numbers
        sentEnd = numbers.lowerBound
        acknowledgedEnd = numbers.lowerBound
        self.options = options
        self.done = done
    }

    func begin() {
        line.onHeardAll = { self.send() }
        send()
    }

    private func send() {
        while sentEnd < numbers.upperBound, sentEnd - acknowledgedEnd < options.window {
            line.ask(room.message(sentEnd, byteCount: options.size)) { self.acknowledged($0) }
            sentEnd += 1
        }
        line.connection?.flush()
    }

    private func acknowledged(_ answer: RelayAnswer) {
        guard case .appended = answer else { return done.fail(BenchmarkError.relay) }
        acknowledgedEnd += 1
        guard acknowledgedEnd == numbers.upperBound else { return }
        line.onHeardAll = {}
        done.succeed()
    }
}
