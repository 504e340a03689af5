import RelayClient
import Testing

/// A ``RequestLedger`` that an expectation can change.
final class Ledger {
    private var value = RequestLedger()

    func add(_ request: ClientRequest, persistently: Bool = false) throws -> RequestLedger.ID {
        let id = value.add(request, persistently: persistently)
        return try #require(id)
    }

    func refuses(_ request: ClientRequest) -> Bool { value.add(request) == nil }

    func due(byteCountMax: Int = RelayClientLimits.requestBytesAtOnce) -> [RequestLedger.ID] {
        value.takeDue(byteCountMax: byteCountMax).map(\.id)
    }

    func settle(_ id: RequestLedger.ID) { value.settle(id) }
    func rest(_ id: RequestLedger.ID) { value.rest(id) }
    func wake() { value.wake() }
    func giveUp(_ id: RequestLedger.ID) { value.giveUp(id) }
    func lineLost() -> [RequestLedger.ID] { value.lineLost() }
    var followsAsked: Set<FollowedLog> { value.followsAsked }
}
