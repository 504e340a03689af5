import RelayProtocol

/// The epochs of a room that were asked for last: mostly the current one.
struct KnownEpochs: Sendable {
    static let countMax = 32

    /// The one that was asked for last at the end.
    private var epochs: [EpochRecord] = []

    var count: Int { epochs.count }

    mutating func epoch(_ number: EntryNumber) -> EpochRecord? {
        guard let index = epochs.lastIndex(where: { $0.number == number }) else { return nil }
        let epoch = epochs[index]
        if index != epochs.indices.last { keep(epoch) }
        return epoch
    }

    mutating func keep(_ epoch: EpochRecord) {
        epochs.removeAll { $0.number == epoch.number }
        if epochs.count == Self.countMax { epochs.removeFirst() }
        epochs.append(epoch)
    }
}
