package import RelayProtocol

extension CoreOutcome {
    var isOverQuota: Bool {
        if case .refused(let refused) = answer { refused.code == .overQuota } else { false }
    }

    static let done = CoreOutcome(.done(Done()))

    package static func refused(_ code: RefusalCode, detail: UInt64 = 0) -> CoreOutcome {
        CoreOutcome(.refused(Refused(code: code, detail: detail)))
    }

    static func appended(
        _ number: EntryNumber, _ head: LogHead, publishing published: PublishedEntry? = nil
    ) -> CoreOutcome {
        CoreOutcome(.appended(Appended(number: number, head: head)), publishing: published)
    }
}
