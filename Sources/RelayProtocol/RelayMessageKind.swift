/// Every kind of message that this version knows, by the number that stands before its body in the line's stream.
///
/// The one place where the numbers stand. A number is never used again for anything else.
package enum RelayMessageKind: UInt8, CaseIterable, Hashable, Sendable {
    // Requests
    case start = 32
    case claimName = 33
    case releaseName = 34
    case lookUp = 35
    case publishKeyPackages = 36
    case countKeyPackages = 37
    case claimKeyPackages = 38
    case deliver = 39
    case setInboxToken = 40
    case followInbox = 41
    case acknowledgeInbox = 42
    case append = 43
    case putPublicState = 44
    case fetchPublicState = 45
    case openRoom = 46
    case openLink = 47
    case follow = 48
    case unfollow = 49
    case whisper = 50

    // Answers
    case done = 96
    case refused = 97
    case started = 98
    case found = 99
    case keyPackageCount = 100
    case claimed = 101
    case appended = 102
    case fetchedPublicState = 103
    case opened = 104
    case following = 105

    // Events
    case entriesEvent = 128
    case withheldEvent = 129
    case trimmedEvent = 130
    case inboxEvent = 131
    case whisperEvent = 132
}
