package import Identity
package import Relay
import RelayProtocol
package import TestSupport

/// A random client against a core on any storage: well-formed requests in every state and order, groups that fail, cores
/// that are dropped, retention and jumps of time. Each answer must be the model's, and now and then all that is stored
/// is compared.
package struct RandomRelayRun {
    /// What a test does with the storage beneath, besides what the run does itself.
    package struct Faults {
        /// Makes a later write or reading fail, in its own way. The run finds out by itself what came of it.
        let plant: (UInt64) -> Void
        /// Ends what was planted.
        let clear: () -> Void

        package init(plant: @escaping (UInt64) -> Void, clear: @escaping () -> Void) {
            self.plant = plant
            self.clear = clear
        }
    }

    /// Small enough that all of them are met.
    package static var limits: RelayLimits {
        var limits = RelayLimits()
        limits.roomBytesMax = 64 << 10
        limits.roomsPerAccountMax = 400
        limits.inboxBytesMax = 32 << 10
        limits.inboxItemsMax = 24
        return limits
    }

    package var random: SeededRandom
    package var relay: TestRelay
    package var model: RelayModel
    package var world = RandomWorld()
    /// Whether the relay's own time is ``relay``'s, so that what is stored of it can be compared.
    package var knowsTime = true
    private var failing: FailingStorage
    private let reopened: () throws -> any RelayStorage
    private let faults: Faults?
    package private(set) var answerCounts: [String: Int] = [:]

    /// - Parameters:
    ///   - key: the relay's, which every log's heads begin with.
    ///   - open: gives the storage, empty; asked again, the same one as it is after it was opened anew.
    package init(
        seed: UInt64, key: RelayKey = .test, limits: RelayLimits = Self.limits, faults: Faults? = nil,
        open: @escaping () throws -> any RelayStorage
    ) throws {
        random = SeededRandom(seed: seed)
        failing = FailingStorage(try open())
        relay = TestRelay(failing, limits: limits)
        model = RelayModel(limits: limits, key: key)
        reopened = open
        self.faults = faults
    }

    /// - Throws: ``ModelMismatch`` where relay and model differ.
    package mutating func run(stepCount: Int) throws {
        for step in 0..<stepCount {
            do {
                try self.step()
                if step.isMultiple(of: 101) { try check(random.pick(world.rooms)) }
                if step.isMultiple(of: 997) { try checkDirectory() }
            } catch let mismatch as ModelMismatch {
                throw ModelMismatch("step \(step): \(mismatch.description)")
            }
        }
        try checkAll()
    }

    /// Everything that is stored, beside what the model says.
    package func checkAll() throws {
        try checkDirectory()
        for id in model.rooms.keys { try check(id) }
    }

    private mutating func step() throws {
        relay.pass(seconds: random.happens(1, in: 250) ? random.number(below: 4_000) : random.number(below: 3))
        switch random.number(below: 1_000) {
        case 0..<3: try restart()
        case 10..<25: try sweep()
        case 25..<30: setDiskFull(!model.isDiskFull)
        case 30..<33: relay.pass(seconds: random.number(below: 12) * 86_400)
        case 35..<75: try group(faulty: true)
        default: try group(faulty: false)
        }
        if model.isDiskFull, random.happens(1, in: 20) { setDiskFull(false) }
    }

    /// The storage is opened anew, and what the relay only held in memory is forgotten.
    package mutating func restart() throws {
        failing = FailingStorage(try reopened())
        relay.restart(on: failing)
        model.isDiskFull = false
        model.counted = [:]
    }

    private mutating func setDiskFull(_ isFull: Bool) {
        model.isDiskFull = isFull
        relay.setDiskFull(isFull)
    }

    private mutating func group(faulty: Bool) throws {
        let requests = try requests()
        if faulty { plantFault() }
        defer { faults?.clear() }
        let outcomes: [CoreOutcome]
        do throws(StorageError) {
            outcomes = try relay.group(requests)
        } catch {
            guard faulty else { throw ModelMismatch("the storage threw \(error)") }
            return
        }
        for (request, outcome) in zip(requests, outcomes) {
            // A row that couldn't be read: that request alone, and nothing has changed.
            if faulty, outcome.answer == .refused(.storage) { continue }
            try compare(request, outcome)
        }
    }

    private mutating func plantFault() {
        if let faults, random.happens(2, in: 3) {
            faults.plant(random.next())
        } else {
            failing.failNextWrite(with: random.happens(1, in: 2) ? .unavailable : .conflict)
        }
    }

    private mutating func compare(_ request: CoreRequest, _ outcome: CoreOutcome) throws(ModelMismatch) {
        let lastBefore = lastNumber(request)
        let expected = model.answer(request, at: relay.moment)
        answerCounts[outcome.answer.name, default: 0] += 1
        guard outcome.answer == expected else {
            let said = "\(request.ask)".prefix(2_000)
            throw ModelMismatch("\(said): \(outcome.answer) instead of \(expected)")
        }
        let isNew = lastNumber(request) != lastBefore
        guard isNew == (outcome.published != nil) else {
            throw ModelMismatch("published \(outcome.published != nil), but \(isNew) is what is new")
        }
        guard let published = outcome.published else { return }
        guard published.number.rawValue == lastNumber(request) else {
            throw ModelMismatch("published under another number")
        }
    }

    /// Of the log that a request may add to.
    package func lastNumber(_ request: CoreRequest) -> UInt64? {
        switch request.ask {
        case .append(let append, _): model.rooms[append.room]?.last
        case .deliver(let delivery): model.inboxes[delivery.device]?.last
        default: nil
        }
    }
}

package struct ModelMismatch: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

extension RelayAnswer {
    fileprivate var name: String {
        switch self {
        case .refused(let refused): "refused \(refused.code.rawValue)"
        case .appended: "appended"
        case .claimed: "claimed"
        default: "done"
        }
    }
}
