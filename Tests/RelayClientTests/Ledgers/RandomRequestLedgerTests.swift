import RelayClient
import RelayProtocol
import TestSupport
import Testing

struct RandomRequestLedgerTests {
    /// Adds, answers, rests, wakes and loses lines at random; then lets everything be answered.
    @Test func everyRequestIsSettledOnceWhateverHappens() throws {
        var random = SeededRandom.announced()
        let room = try TestRoom()
        var ledger = RequestLedger()
        var (open, onTheirWay, resting): (Set<UInt64>, Set<UInt64>, Set<UInt64>) = ([], [], [])
        for step in 0..<20_000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                let isRepeatable = Bool.random(using: &random)
                let request: ClientRequest =
                    isRepeatable
                    ? .plain(.append(Append(room: room.id, entry: room.message(step))))
                    : .plain(.releaseName(ReleaseName()))
                let id = ledger.add(request, persistently: Bool.random(using: &random))
                open.insert(try #require(id))
            case 4..<6:
                for due in ledger.takeDue(inFlightMax: 7) {
                    #expect(open.contains(due.id) && !onTheirWay.contains(due.id) && !resting.contains(due.id))
                    onTheirWay.insert(due.id)
                }
                #expect(onTheirWay.count <= 7)
            case 6..<8:
                guard let id = onTheirWay.randomElement(using: &random) else { continue }
                onTheirWay.remove(id)
                open.remove(id)
                ledger.settle(id)
            case 8:
                if let id = onTheirWay.first(where: ledger.isPersistent) {
                    onTheirWay.remove(id)
                    resting.insert(id)
                    ledger.rest(id)
                } else {
                    resting = []
                    ledger.wake()
                }
            default:
                for id in ledger.lineLost() {
                    #expect(onTheirWay.contains(id) && open.contains(id))
                    open.remove(id)
                }
                onTheirWay = []
            }
            #expect(ledger.isWaitingForAnswers == !onTheirWay.isEmpty)
        }
        ledger.wake()
        for id in onTheirWay { ledger.settle(id) }
        open.subtract(onTheirWay)
        var order: [UInt64] = []
        while case let due = ledger.takeDue(), !due.isEmpty {
            order += due.map(\.id)
            for one in due { ledger.settle(one.id) }
        }
        #expect(order == open.sorted())
        #expect(ledger.isEmpty)
    }
}
