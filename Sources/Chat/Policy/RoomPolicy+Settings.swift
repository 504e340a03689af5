import Identity
import RelayProtocol

extension RoomPolicy {
    /// Field by field: a change that is allowed carries no other along.
    func checkSettings(by author: ChangeAuthor) throws(RoomViolation) {
        let (old, new) = (before.settings, after.settings)
        guard new.relay == old.relay, new.kind == old.kind else { throw .setting }
        if old.kind == .direct, new.admins != old.admins { throw .setting }
        if !author.isAdmin {
            guard new.name == old.name, new.flags == old.flags, new.timerSeconds == old.timerSeconds,
                new.admins == old.admins, new.bans == old.bans
            else { throw .setting }
        }
        try checkLinks(by: author)
    }

    private func checkLinks(by author: ChangeAuthor) throws(RoomViolation) {
        let old = Dictionary(before.settings.links.map { ($0.key, $0) }) { first, _ in first }
        for link in after.settings.links {
            if let known = old[link.key] {
                guard known.counting(link.usesCounted) == link else { throw .link }
                guard (known.usesCounted...before.lastUse(of: known)).contains(link.usesCounted) else {
                    throw .useCount
                }
            } else {
                guard author.isAdmin, link.usesCounted == 0, link.maker == author.member.identity else { throw .link }
            }
        }
        let ended = Set(old.keys).subtracting(after.settings.links.map(\.key))
        guard author.isAdmin || ended.isEmpty || ended == disputedLink.map({ [$0] }) else { throw .link }
    }
}
