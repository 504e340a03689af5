import Identity
import NIOCore
import SecureChannel
import Terminal

/// A client's line to one relay, dialled again whenever it breaks, until everything has been said.
struct ClientSession: Sendable {
    let address: RelayAddress
    let dialer: LineDialer
    let talk: ClientTalk
    let presenter: TalkPresenter
    /// How long to go on after the line was last lost; `nil` for as long as the person likes.
    let patience: TimeAmount?

    /// A line that stood as long counts as one that works.
    private static let longStanding = TimeAmount.seconds(30)

    /// Dials for the first time: what fails here is told at once instead of tried again.
    func connect() async throws(Failure) {
        do throws(LineError) { try await dial() } catch { throw Failure(error, dialling: address) }
    }

    /// Returns when all is said and acknowledged.
    ///
    /// - Throws: ``Failure`` when dialling again can't help, or patience has run out.
    func run() async throws {
        var backoff = Backoff()
        var lostAt = NIODeadline.now()
        var (dialledAt, waitingCount) = (lostAt, talk.waitingCount)
        while true {
            let error: LineError
            switch await talk.ending() {
            case .finished: return
            case .noTalk: throw Self.noTalk(at: address)
            case .broken(let why, _): error = why
            }
            // A line that opened and did nothing is no reason to hope: two copies of one home would cut each other off
            // for ever, twice a second.
            if NIODeadline.now() - dialledAt > Self.longStanding || talk.waitingCount < waitingCount {
                backoff.reset()
                lostAt = .now()
            }
            waitingCount = talk.waitingCount
            try await redial(after: error, &backoff, lostAt: lostAt)
            dialledAt = .now()
        }
    }

    private static func noTalk(at address: RelayAddress) -> Failure {
        Failure(
            .failed, "The relay at \(address.hostAndPort) keeps rooms, and nobody sits at it to talk to.",
            mend:
                "Talk in its rooms: sotto create NAME, sotto join LINK, sotto send ROOM. Between two terminals its owner runs: "
                + "sotto host")
    }

    private func redial(after first: LineError, _ backoff: inout Backoff, lostAt: NIODeadline) async throws {
        var error = first
        while true {
            if error.isFinal { throw Failure(error, dialling: address) }
            if let patience, NIODeadline.now() - lostAt > patience { throw Failure(error, dialling: address) }
            let wait = backoff.next()
            presenter.tellLost(wait)
            try await Task.sleep(for: .nanoseconds(wait.nanoseconds))
            do throws(LineError) { return try await dial() } catch let again { error = again }
        }
    }

    private func dial() async throws(LineError) {
        let talk = talk
        let setup = LineSetup(limits: TalkMessage.limitsWithRelayAnswers) { channel, _ in
            try channel.pipeline.syncOperations.addHandler(TalkHandler(end: talk, opensAtOnce: false))
        }
        _ = try await dialer.dial(
            host: address.host.text, port: address.port, pin: address.relayKey, setup: setup)
    }
}

extension LineError {
    /// Whether the same would happen again.
    fileprivate var isFinal: Bool {
        switch self {
        case .refused(.stopping), .refused(.overLimit): false
        case .refused, .relayKeyChanged, .relayUnknown, .unusableKey: true
        default: false
        }
    }
}
