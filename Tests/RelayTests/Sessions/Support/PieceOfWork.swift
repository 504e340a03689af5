import Identity
import RelaySupport

@testable import Relay

/// What the committer's queue sees of a submission.
struct PieceOfWork: QueuedWork, Equatable {
    let account: IdentityKey
    var requestCount = 1
    var byteCount = 0
    var name = 0

    init(_ person: UInt32, _ name: Int = 0, requests: Int = 1, bytes: Int = 0) {
        account = TestPerson(person).identity
        (self.name, requestCount, byteCount) = (name, requests, bytes)
    }
}
