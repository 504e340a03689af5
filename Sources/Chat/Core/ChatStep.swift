import MLS

/// One step of the core: its transaction, its time, and what is to be done once it is durable.
struct ChatStep {
    let transaction: any ChatTransaction
    let now: UnixTime
    var actions: [ChatAction] = []

    mutating func tell(_ event: ChatEvent) { actions.append(.tell(event)) }
}
