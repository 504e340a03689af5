import Relay
import RelayProtocol
import TestSupport

extension RandomRelayRun {
    /// Retention, far shorter than in earnest.
    mutating func sweep() throws {
        let now = relay.moment.time
        let time = now.before(random.number(below: 20) * 86_400)
        switch random.number(below: 6) {
        case 0:
            try relay.sweep(.messages(storedBefore: time))
            for id in model.rooms.keys { model.rooms[id]?.takeBodies(before: time, messages: true) }
        case 1:
            try relay.sweep(.commits(storedBefore: time))
            for id in model.rooms.keys { model.rooms[id]?.takeBodies(before: time, messages: false) }
        case 2:
            try relay.sweep(.items(storedBefore: time))
            for key in model.inboxes.keys { model.inboxes[key]?.items.removeAll { $0.time < time } }
        case 3:
            try relay.sweep(.hashes(storedBefore: time))
            for id in model.rooms.keys { model.rooms[id]?.trim(before: time) }
        case 4:
            let year = now.before(RelayLimits.nameReservedSeconds)
            try relay.sweep(.names(releasedBefore: year))
            for (name, record) in model.names where record.releasedAt.map({ $0 < year }) ?? false {
                model.names[name] = nil
            }
        default: try sweepCrowded()
        }
    }

    private mutating func sweepCrowded() throws {
        let id = random.pick(world.rooms)
        guard let log = try relay.record(id) else { return }
        let result = try relay.sweep(.room(log.row), rowsMax: 1 + Int(random.number(below: 20)))
        model.rooms[id]?.takeOldestMessages(result.rows)
    }
}
