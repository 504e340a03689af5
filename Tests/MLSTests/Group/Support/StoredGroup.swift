import MLS
import Sodium

/// All that a group stores, both parts.
struct StoredGroup: Equatable {
    let epochPart: [UInt8]
    let messagePart: [UInt8]

    init(epochPart: [UInt8], messagePart: [UInt8]) {
        self.epochPart = epochPart
        self.messagePart = messagePart
    }

    init(_ group: Group) throws {
        epochPart = try group.epochPart().copied
        messagePart = try group.messagePart().copied
    }

    func restored(_ configuration: GroupConfiguration = GroupConfiguration()) throws -> Group {
        try Group(epochPart: epochPart.span, messagePart: messagePart.span, configuration: configuration)
    }
}
