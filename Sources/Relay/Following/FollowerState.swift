package import RelayProtocol

/// Where one follower stands in a log: what it gets from memory, and when it must be served from the log again. Decides;
/// the session acts.
///
/// There is no gap, for a follower is announced before its first look into the log: what is committed before that look
/// is seen by it, and what is committed later is published to the follower. It is live only once both agree.
package struct FollowerState: Sendable, Equatable {
    private enum Phase: Equatable {
        /// Sent all that is known; what is published follows at once.
        case live
        /// Waits for its turn to read from the log.
        case behind
        /// What it reads isn't used if it is stale: it was begun before something that changes what may be read.
        case reading(isStale: Bool)
    }

    package enum Publication: Equatable {
        /// Nothing to do: it has that, or will find it in the log.
        case pass
        /// From memory, from this number on.
        case send(from: EntryNumber)
        /// It is behind from now on, and wants a turn to read.
        case fallBehind
    }

    package enum AfterReading: Equatable {
        /// Send what was read; it is live.
        case sendAndLive
        /// Send what was read; there is more, for which it wants another turn.
        case sendAndGoOn
        /// Don't send what was read: it wants another turn for the same.
        case readAgain
    }

    private var phase = Phase.behind
    /// What it gets next. Nothing after the last number that there can be.
    private var next: EntryNumber?
    /// The greatest number of which is known that it is in the log.
    private var known = EntryNumber.none

    /// It is behind: what is in the log isn't known yet.
    package init(from: EntryNumber) { next = max(from, .first) }

    /// Entries from `first` to `last` have become part of the log.
    ///
    /// - Parameter hasRoom: whether its line takes more.
    package mutating func published(
        from first: EntryNumber, through last: EntryNumber, hasRoom: Bool
    ) -> Publication {
        known = max(known, last)
        guard phase == .live, let next, next <= last else { return .pass }
        guard first <= next, hasRoom else {
            phase = .behind
            return .fallBehind
        }
        self.next = last.next
        return .send(from: next)
    }

    /// It has its turn to read.
    ///
    /// - Returns: where to begin. Nothing unless it is behind.
    package mutating func beginReading() -> EntryNumber? {
        guard phase == .behind, let next else { return nil }
        phase = .reading(isStale: false)
        return next
    }

    /// What was read goes up to `end`, and the log to `last`.
    package mutating func didRead(through end: EntryNumber, last: EntryNumber) -> AfterReading {
        known = max(known, last)
        guard phase == .reading(isStale: false) else {
            phase = .behind
            return .readAgain
        }
        if let next, end >= next { self.next = end.next }
        guard let next, next <= known else {
            phase = .live
            return .sendAndLive
        }
        phase = .behind
        return .sendAndGoOn
    }

    /// The storage couldn't be read: it wants another turn, later.
    package mutating func couldNotRead() { phase = .behind }

    /// What its line may read has changed.
    package mutating func readsOtherwise() {
        if phase == .reading(isStale: false) { phase = .reading(isStale: true) }
    }
}
