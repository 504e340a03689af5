package import RelayProtocol

/// Whether an entry may stand where it wants to stand. No storage, no clock: all it judges is given.
enum RoomRules {
    /// What a member may append behind an epoch that it reads.
    ///
    /// - Parameter hasDisputed: whether its account has appended a dispute for this parent before.
    static func refusal(of header: EntryHeader, after parent: EpochRecord, hasDisputed: Bool) -> Refused? {
        let disputes = header.flags.contains(.disputes)
        if parent.successor == .none {
            // Nothing there to dispute.
            return disputes ? Refused(code: .malformed, detail: 0) : nil
        }
        guard disputes else { return Refused(code: .parentHasCommit, detail: parent.successor.rawValue) }
        return hasDisputed ? Refused(code: .overQuota, detail: 0) : nil
    }

    /// What the holder of a link may append: an external commit to the epoch that the public state describes.
    static func parent(
        _ parent: EpochRecord?, of header: EntryHeader, by link: LinkKey, in state: StoredPublicState?,
        wallClockSeconds: Int64
    ) -> FoundEpoch {
        guard header.kind == .commit, header.flags.isEmpty, let state, let parent,
            state.serves(link, wallClockSeconds: wallClockSeconds)
        else { return .refused(.notAllowed) }
        guard parent.successor == .none else {
            return .refused(.parentHasCommit, detail: parent.successor.rawValue)
        }
        return state.epoch == parent.number ? .found(parent) : .refused(.notAllowed)
    }
}

extension StoredPublicState {
    /// Whether the room's members have made this link and its time isn't over, by the machine's clock.
    package func serves(_ link: LinkKey, wallClockSeconds: Int64) -> Bool {
        let now = UInt64(clamping: wallClockSeconds)
        return links.contains { $0.key == link && now < $0.expiresAtSeconds }
    }
}
