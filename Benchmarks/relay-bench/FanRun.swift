import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// ``FanJob`` while it runs, on the event loop. A tenth more entries warm up first.
final class FanRun {
    private let sender: LoadLine
    private let followers: [LoadLine]
    private let room: BenchRoom
    private let options: Options
    private let server: ServerProcess
    private let outcome: EventLoopPromise<Measurement.Used>
    private let warmUpCount: Int
    private var sentCount = 0
    private var deliveredCount = 0
    private var measurement: Measurement?

    init(
        sender: LoadLine, followers: [LoadLine], room: BenchRoom, options: Options, server: ServerProcess,
        outcome: EventLoopPromise<Measurement.Used>
    ) {
        self.sender = sender
        self.followers = followers
        self.room = room
        self.options = options
        self.server = server
        self.outcome = outcome
        warmUpCount = options.msgs / 10 + 1
    }

    func begin() {
        for follower in followers {
            follower.onMessage = { [unowned self] message in deliveredCount += message.entryCount }
            follower.onHeardAll = { [unowned self] in advance() }
        }
        send()
    }

    private func advance() {
        do {
            if measurement == nil, deliveredCount >= warmUpCount * followers.count {
                measurement = try Measurement(of: server)
            }
            if let measurement, deliveredCount >= (warmUpCount + options.msgs) * followers.count {
                outcome.succeed(try measurement.used())
                self.measurement = nil
                for follower in followers { follower.onHeardAll = {} }
                return
            }
        } catch {
            return outcome.fail(error)
        }
        send()
    }

    private func send() {
        let target = measurement == nil ? warmUpCount : warmUpCount + options.msgs
        let throughCount = deliveredCount / followers.count
        var hasSent = false
        while sentCount < target, sentCount - throughCount < options.window {
            sender.ask(room.message(sentCount, byteCount: options.size)) { [outcome] answer in
                if case .refused = answer { outcome.fail(BenchmarkError.relay) }
            }
            sentCount += 1
            hasSent = true
        }
        if hasSent { sender.connection?.flush() }
    }
}
