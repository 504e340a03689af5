import RelayProtocol

extension RelayAnswer {
    /// Why it is refused, if it is.
    var code: RefusalCode? {
        if case .refused(let refused) = self { refused.code } else { nil }
    }

    var detail: UInt64? {
        if case .refused(let refused) = self { refused.detail } else { nil }
    }

    /// Of an entry that is in the log.
    var number: UInt64? {
        if case .appended(let appended) = self { appended.number.rawValue } else { nil }
    }

    var isDone: Bool { self == .done(Done()) }
}

extension RelayEvent {
    var number: UInt64? {
        switch self {
        case .entries(let event): event.first.rawValue
        case .withheld(let event): event.number.rawValue
        case .inbox(let event): event.number.rawValue
        case .trimmed, .whisper: nil
        }
    }

    /// Of an entry or item that could be read.
    var body: [UInt8]? {
        switch self {
        case .entries(let event): event.entries.first?.body
        case .inbox(let event): event.item
        case .withheld, .trimmed, .whisper: nil
        }
    }
}
