import Testing

@testable import sotto

struct TalkInboxTests {
    private let session = TalkSession(rawValue: 1)

    @Test func takesEachNumberOnce() {
        var inbox = TalkInbox()
        #expect(inbox.receive(session, number: 1) == .new)
        #expect(inbox.receive(session, number: 1) == .known)
        #expect(inbox.receive(session, number: 3) == .new)
        #expect(inbox.receive(session, number: 2) == .known)
        #expect(inbox.receive(session, number: 0) == .known)
    }

    @Test func acknowledgesWhatIsKnownOnlyWhenItIsOnTheScreen() {
        var inbox = TalkInbox()
        _ = inbox.receive(session, number: 1)
        _ = inbox.receive(session, number: 2)
        #expect(inbox.acknowledgementOfKnown(session, number: 1) == nil)
        #expect(!inbox.isShown)
        #expect(inbox.show(session, number: 1) == .received(session, upTo: 1))
        #expect(inbox.acknowledgementOfKnown(session, number: 1) == .received(session, upTo: 1))
        #expect(inbox.acknowledgementOfKnown(session, number: 2) == nil)
        #expect(inbox.show(session, number: 2) == .received(session, upTo: 2))
        #expect(inbox.isShown)
        // The newest says all: an older one must not take its place.
        #expect(inbox.acknowledgementOfKnown(session, number: 1) == .received(session, upTo: 2))
    }

    @Test func takesNoMoreAtOnceThanTheOtherMaySend() {
        var inbox = TalkInbox()
        for number in 1...UInt64(TalkLimits.unacknowledgedMax) {
            #expect(inbox.receive(session, number: number) == .new)
        }
        let next = UInt64(TalkLimits.unacknowledgedMax) + 1
        #expect(inbox.receive(session, number: next) == .tooMuch)
        _ = inbox.show(session, number: 1)
        #expect(inbox.receive(session, number: next) == .new)
    }

    @Test func beginsAnewWithAnotherSessionAndStillCountsWhatIsOnItsWay() {
        var inbox = TalkInbox()
        _ = inbox.receive(session, number: 7)
        let other = TalkSession(rawValue: 2)
        #expect(inbox.receive(other, number: 1) == .new)
        _ = inbox.show(session, number: 7)
        #expect(inbox.acknowledgementOfKnown(other, number: 1) == nil)
        #expect(!inbox.isShown)
        _ = inbox.show(other, number: 1)
        #expect(inbox.isShown)
    }

    /// Else a sender could go round the limit by a new session each time.
    @Test func isNotEmptiedByChangingSessions() {
        var inbox = TalkInbox()
        for number in 1...UInt64(TalkLimits.unacknowledgedMax) {
            #expect(inbox.receive(TalkSession(rawValue: number), number: 1) == .new)
        }
        #expect(inbox.receive(TalkSession(rawValue: 0), number: 1) == .tooMuch)
    }
}
