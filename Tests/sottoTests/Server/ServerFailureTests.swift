import Foundation
import NIOCore
import RelayStore
import SecureChannel
import Testing

@testable import sotto

/// What a relay that can't begin says, and to do.
struct ServerFailureTests {
    @Test(arguments: [
        (RelayStoreError.newerVersion, sotto.ExitStatus.failed), (.notAStore, .damaged), (.damaged, .damaged),
        (.unavailable, .failed),
    ])
    func saysWhatIsWrongWithItsDatabase(_ error: RelayStoreError, _ status: sotto.ExitStatus) {
        let failure = Failure(error, at: "/a b/relay.sqlite")
        #expect(failure.status == status)
        #expect(failure.sentence.hasPrefix("/a b/relay.sqlite "))
        #expect(failure.mend?.isEmpty == false)
    }

    /// What stands in the write-ahead log belongs to the database.
    @Test func movesADatabaseAwayWithAllThatBelongsToIt() {
        let mend = Failure(RelayStoreError.damaged, at: "/a b/relay.sqlite").mend
        #expect(mend?.hasSuffix("mkdir '/a b/damaged' && mv '/a b/relay.sqlite'* '/a b/damaged'") == true)
    }

    @Test(arguments: [
        (EADDRINUSE, "Choose another port"), (EADDRNOTAVAIL, "an address of this machine"), (EACCES, "from 1024 on"),
    ])
    func namesTheAddressThatItCannotHave(_ number: CInt, _ mend: String) throws {
        let address = try SocketAddress(ipAddress: "::1", port: 7)
        let failure = Failure(
            ListenError(address: address, why: IOError(errnoCode: number, reason: "bind")), of: "server")
        #expect(failure.status == .failed)
        #expect(failure.sentence.contains("[::1]:7: \(ErrorNumber(value: number).text)."))
        #expect(failure.mend?.contains(mend) == true)
        #expect(failure.mend?.contains("sotto server --listen") == true)
    }
}
