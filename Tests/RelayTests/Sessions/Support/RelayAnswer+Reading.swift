import RelayProtocol

extension RelayAnswer {
    /// Why it is refused, if it is.
    var code: RefusalCode? {
        if case .refused(let refused) = self { refused.code } else { nil }
    }

    var appended: EntryNumber? {
        if case .appended(let appended) = self { appended.number } else { nil }
    }

    var following: EntryNumber? {
        if case .following(let following) = self { following.last } else { nil }
    }
}

extension RelayEvent {
    var number: EntryNumber? {
        switch self {
        case .entries(let event): event.last
        case .withheld(let event): event.number
        case .inbox(let event): event.number
        case .trimmed(let event): event.through
        case .whisper: nil
        }
    }

    var body: [UInt8]? {
        switch self {
        case .entries(let event): event.entries.last?.body
        case .inbox(let event): event.item
        case .whisper(let event): event.body
        case .withheld, .trimmed: nil
        }
    }

    var reason: WithheldReason? {
        if case .withheld(let event) = self { event.reason } else { nil }
    }
}
