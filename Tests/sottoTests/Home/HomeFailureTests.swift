import Testing

@testable import sotto

struct HomeFailureTests {
    @Test func givesEachErrorItsExitStatus() {
        let reason = ErrorNumber.full
        let expected: [(HomeError, sotto.ExitStatus)] = [
            (.noPlace, .failed), (.unusablePath, .wrongUsage), (.inUse(path: "/h/client", by: nil), .inUse),
            (.damaged(path: "/h/client/pins"), .damaged), (.lost(path: "/h/client/line.key"), .damaged),
            (.wrongKind(path: "/h/x"), .failed), (.notOurs(path: "/h"), .failed),
            (.openToOthers(path: "/h"), .failed), (.unreadable(path: "/h/x", reason), .failed),
            (.unwritable(path: "/h/x", reason), .failed),
            (.pinnedToAnotherKey, .keyChanged), (.tooManyPins, .refused),
            (.needsPassphrase(path: "/h/client"), .damaged), (.wontOpen(path: "/h/client/store.key"), .damaged),
            (.badPassphrase, .wrongUsage), (.outOfMemory, .failed),
        ]
        for (error, status) in expected {
            let failure = Failure(error)
            #expect(failure.status == status)
            #expect(failure.sentence.hasSuffix("."))
            #expect(failure.sentence.split(separator: "\n").count == 1)
            #expect(failure.mend?.isEmpty == false)
        }
    }

    @Test func namesTheOwnerOfALockedHome() {
        let failure = Failure(HomeError.inUse(path: "/h/relay", by: ProcessNumber(value: 4711)))
        #expect(failure.sentence == "/h/relay is in use by process 4711.")
    }

    @Test func movesAwayNoMoreThanItMust() {
        let relay = Failure(HomeError.damaged(path: "/h/relay/relay.key")).mend
        #expect(relay?.hasSuffix("mv /h/relay /h/relay.damaged") == true)
        let pins = Failure(HomeError.damaged(path: "/h/client/pins")).mend
        #expect(pins?.hasSuffix("mv /h/client/pins /h/client/pins.damaged") == true)
        let identity = Failure(HomeError.damaged(path: "/h/client/identity.key")).mend
        #expect(identity?.hasSuffix("mv /h/client /h/client.damaged") == true)
    }

    @Test func quotesPathsForTheShell() {
        #expect(Shell.quoted("/a/b-c_d.e") == "/a/b-c_d.e")
        #expect(Shell.quoted("/a b") == "'/a b'")
        #expect(Shell.quoted("it's") == "'it'\\''s'")
        #expect(Shell.quoted("$(rm)") == "'$(rm)'")
        #expect(Shell.quoted("-rf") == "'-rf'")
        #expect(Shell.quoted("") == "''")
    }

    @Test func hasTheExitCodesOfTheContract() {
        #expect(sotto.ExitStatus.allCases.map(\.rawValue) == [0, 1, 3, 4, 5, 6, 7, 64])
    }
}
