import MLS
import RelayClient
import RelayProtocol

extension ChatCore {
    mutating func enqueue(_ delivery: Delivery, _ step: inout ChatStep) throws(ChatStorageError) {
        try step.transaction.put(delivery, at: RowKey(.deliveries, nextDelivery))
        send(delivery, nextDelivery, &step)
        nextDelivery += 1
    }

    /// What was left when the program last ran, and what an inbox had no room for before.
    mutating func sendDeliveries(_ step: inout ChatStep) throws(ChatStorageError) {
        var nextSeconds: UInt64?
        for (number, delivery) in try step.transaction.records(Delivery.self, .deliveries)
        where !deliveriesUnderWay.contains(number) {
            guard delivery.dueSeconds > step.now.seconds else {
                send(delivery, number, &step)
                continue
            }
            nextSeconds = min(nextSeconds ?? .max, delivery.dueSeconds)
        }
        if let nextSeconds { wakeToDeliver(at: nextSeconds, &step) }
    }

    private mutating func send(_ delivery: Delivery, _ number: UInt64, _ step: inout ChatStep) {
        deliveriesUnderWay.insert(number)
        let request = Deliver(device: delivery.device, token: nil, item: delivery.item)
        ask(.plain(.deliver(request)), for: .deliver(number), &step)
    }

    private func wakeToDeliver(at seconds: UInt64, _ step: inout ChatStep) {
        let longest = ChatLimits.deliveryPauseSeconds << (2 * UInt64(ChatLimits.deliveriesMax))
        step.actions.append(.wake(afterMilliseconds: min(seconds - step.now.seconds, longest) * 1_000))
    }

    mutating func delivered(
        _ number: UInt64, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        deliveriesUnderWay.remove(number)
        switch answer {
        case .failure(.refused(let code, _)) where code == .overQuota || code.isPassing:
            try postpone(number, &step)
        case .failure(.refused), .failure(.tooLarge): try giveUpDelivery(number, &step)
        case .success: try step.transaction.delete(RowKey(.deliveries, number))
        case .failure: break
        }
    }

    private mutating func postpone(_ number: UInt64, _ step: inout ChatStep) throws(ChatStorageError) {
        let key = RowKey(.deliveries, number)
        guard var delivery = try step.transaction.record(Delivery.self, key) else { return }
        delivery.refused(nowSeconds: step.now.seconds)
        guard delivery.refusedCount < ChatLimits.deliveriesMax else { return try giveUpDelivery(number, &step) }
        try step.transaction.put(delivery, at: key)
        wakeToDeliver(at: delivery.dueSeconds, &step)
    }

    /// Whoever waits for it hears that it didn't get there.
    private func giveUpDelivery(_ number: UInt64, _ step: inout ChatStep) throws(ChatStorageError) {
        let key = RowKey(.deliveries, number)
        if let delivery = try step.transaction.record(Delivery.self, key), let room = delivery.room {
            step.tell(.failed(room, .notDelivered(delivery.device)))
        }
        try step.transaction.delete(key)
    }
}
