package import RelayProtocol

extension RelayEvent {
    /// Itself, or each entry in it as an event of its own.
    package var each: [RelayEvent] {
        guard case .entries(let event) = self else { return [self] }
        return event.numbered.map { .entries(EntriesEvent(room: event.room, number: $0.number, entry: $0.entry)) }
    }
}
