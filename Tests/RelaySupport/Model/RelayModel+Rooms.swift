import Identity
import Relay
import RelayProtocol

extension RelayModel {
    mutating func append(
        _ ask: Append, _ access: Access, _ who: Requester, _ moment: Moment
    ) -> RelayAnswer {
        let header = ask.entry.header
        if header.kind == .create { return create(ask, who, moment) }
        guard var room = rooms[ask.room], access != .none, access != .member([]) else { return .refused(.notAllowed) }
        if let there = room.repeated(ask.entry.hash) { return there }
        let parent = header.parent.rawValue
        var counting: Counted?
        switch access {
        case .none: return .refused(.notAllowed)
        case .member(let openings):
            let opened = openings.map(\.number.rawValue)
            if let refused = refusal(header, opened, room, who, moment) { return refused }
            if header.flags.contains(.disputes) { counting = .dispute(who.identity, ask.room) }
        case .link(let link):
            if let refused = refusal(header, link, room, moment) { return refused }
            counting = .link(link, ask.room)
        }
        guard !isDiskFull, hasSpace(ask.entry, who.identity, room.usage) else { return .refused(.overQuota) }
        accounts.insert(who.identity)
        let answer = room.add(ask.entry, by: who.identity, at: moment.time)
        if let state = ask.publicState { room.publicState = (room.last, state) }
        if let counting { count(counting, moment) }
        precondition(room.isEpoch(parent), "only epochs are parents")
        rooms[ask.room] = room
        return answer
    }

    private mutating func create(_ ask: Append, _ who: Requester, _ moment: Moment) -> RelayAnswer {
        if let room = rooms[ask.room] {
            guard room[1]?.hash == ask.entry.hash, let there = room.repeated(ask.entry.hash) else {
                return .refused(.roomExists)
            }
            return there
        }
        guard !isDiskFull, createdCounts[who.identity, default: 0] < limits.roomsPerAccountMax,
            hasSpace(ask.entry, who.identity, [:])
        else {
            return .refused(.overQuota)
        }
        accounts.insert(who.identity)
        createdCounts[who.identity, default: 0] += 1
        var room = RoomModel(id: ask.room, relay: key)
        let answer = room.add(ask.entry, by: who.identity, at: moment.time)
        if let state = ask.publicState { room.publicState = (1, state) }
        rooms[ask.room] = room
        return answer
    }

    /// Why an epoch can't be named by who has opened these.
    private func refusal(_ number: UInt64, _ opened: [UInt64], _ room: RoomModel) -> RelayAnswer? {
        if room.isEpoch(number) { return room.reads(number, from: opened) ? nil : .refused(.notAllowed) }
        guard let there = room[number] else { return .refused(.unknownParent) }
        let isKnown = Int(number) > room.trimmed && room.reads(there.header.parent.rawValue, from: opened)
        return .refused(isKnown ? .unknownParent : .notAllowed)
    }

    private func refusal(
        _ header: EntryHeader, _ opened: [UInt64], _ room: RoomModel, _ who: Requester, _ moment: Moment
    ) -> RelayAnswer? {
        let parent = header.parent.rawValue
        if let refused = refusal(parent, opened, room) { return refused }
        let disputes = header.flags.contains(.disputes)
        guard let winner = room.successor(of: parent) else { return disputes ? .refused(.malformed) : nil }
        guard disputes else { return .refused(.parentHasCommit, winner) }
        if room.hasDisputed(parent, who.identity) { return .refused(.overQuota) }
        return wait(.dispute(who.identity, room.id), 5, moment).map { .refused(.tooOften, $0) }
    }

    private func refusal(
        _ header: EntryHeader, _ link: LinkKey, _ room: RoomModel, _ moment: Moment
    ) -> RelayAnswer? {
        let parent = header.parent.rawValue
        guard header.kind == .commit, header.flags.isEmpty, let stands = room.publicState, room.isEpoch(parent),
            stands.state.links.contains(where: {
                $0.key == link && UInt64(max(0, moment.wallClockSeconds)) < $0.expiresAtSeconds
            })
        else { return .refused(.notAllowed) }
        if let winner = room.successor(of: parent) { return .refused(.parentHasCommit, winner) }
        guard stands.epoch == parent else { return .refused(.notAllowed) }
        return wait(.link(link, room.id), 60, moment).map { .refused(.tooOften, $0) }
    }

    private func hasSpace(_ entry: Entry, _ sender: IdentityKey, _ usage: [IdentityKey: Int]) -> Bool {
        let byteCount = entry.body.count + 256
        let tenth = limits.roomBytesMax / 10
        let accountCount = Set(usage.keys).union([sender]).count
        let share = (limits.roomBytesMax - tenth) / max(4, accountCount)
        let after = (usage[sender] ?? 0) + byteCount
        if after <= share { return true }
        guard entry.header.kind.beginsEpoch else { return false }
        return after <= share + tenth && usage.values.reduce(byteCount, +) <= limits.roomBytesMax
    }

    mutating func put(
        _ ask: PutPublicState, _ access: Access, _ who: Requester, _ moment: Moment
    ) -> RelayAnswer {
        guard case .member(let openings) = access, !openings.isEmpty, var room = rooms[ask.room] else {
            return .refused(.notAllowed)
        }
        let epoch = ask.epoch.rawValue
        if let refused = refusal(epoch, openings.map(\.number.rawValue), room) { return refused }
        if let stands = room.publicState, stands.epoch == epoch, stands.state == ask.publicState {
            return .done(Done())
        }
        if let winner = room.successor(of: epoch) { return .refused(.parentHasCommit, winner) }
        guard !isDiskFull else { return .refused(.overQuota) }
        accounts.insert(who.identity)
        if let seconds = wait(.publicState(who.identity, ask.room), 30, moment) {
            return .refused(.tooOften, seconds)
        }
        count(.publicState(who.identity, ask.room), moment)
        room.publicState = (epoch, ask.publicState)
        rooms[ask.room] = room
        return .done(Done())
    }
}
