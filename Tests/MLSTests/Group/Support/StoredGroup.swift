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
        let epoch = try group.epochPart()
        let messages = try group.messagePart()
        epochPart = epoch.withBytes { bytes in (0..<bytes.count).map { bytes[$0] } }
        messagePart = messages.withBytes { bytes in (0..<bytes.count).map { bytes[$0] } }
    }

    func restored(_ configuration: GroupConfiguration = GroupConfiguration()) throws -> Group {
        try Group(epochPart: epochPart.span, messagePart: messagePart.span, configuration: configuration)
    }
}

extension [UInt8] {
    func contains(bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, count >= bytes.count else { return false }
        return (0...(count - bytes.count)).contains { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }
    }
}

extension Secret {
    /// The bytes themselves; in tests only.
    var copied: [UInt8] { withBytes { bytes in (0..<bytes.count).map { bytes[$0] } } }
}
