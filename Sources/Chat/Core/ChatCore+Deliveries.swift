import RelayClient
import RelayProtocol

extension ChatCore {
    mutating func enqueue(_ delivery: Delivery, _ step: inout ChatStep) throws(ChatStorageError) {
        try step.transaction.put(delivery, at: RowKey(.deliveries, nextDelivery))
        send(delivery, nextDelivery, &step)
        nextDelivery += 1
    }

    /// What was left when the program last ran.
    mutating func sendDeliveries(_ step: inout ChatStep) throws(ChatStorageError) {
        for (number, delivery) in try step.transaction.records(Delivery.self, .deliveries)
        where !deliveriesUnderWay.contains(number) { send(delivery, number, &step) }
    }

    private mutating func send(_ delivery: Delivery, _ number: UInt64, _ step: inout ChatStep) {
        deliveriesUnderWay.insert(number)
        let request = Deliver(device: delivery.device, token: nil, item: delivery.item)
        ask(.plain(.deliver(request)), for: .deliver(number), &step)
    }

    mutating func delivered(
        _ number: UInt64, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        deliveriesUnderWay.remove(number)
        switch answer {
        // Said no: it says it again tomorrow.
        case .success, .failure(.refused), .failure(.tooLarge): try step.transaction.delete(RowKey(.deliveries, number))
        case .failure: break
        }
    }
}
