package import TLSCodec

/// What the relay reads of a room's entry: version(2) ‖ kind(1) ‖ flags(1) ‖ parent(8) ‖ access key(32), the last of a
/// creation or a commit alone.
package struct EntryHeader: TLSStruct, Hashable, Sendable {
    package static let version: UInt16 = 1

    package let kind: EntryKind
    package let flags: EntryFlags
    /// The creation or commit that began the sender's epoch; 0 of a creation.
    package let parent: EntryNumber
    /// The key of the epoch that this entry begins.
    package let accessKey: RoomAccessKey?

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in Self.version }) == Self.version else { throw .invalidValue }
        kind = try v.nested { $0.kind }
        flags = try v.nested { $0.flags }
        parent = try v.nested { $0.parent }
        accessKey = kind.beginsEpoch ? try v.nested { (header) throws(CodecError) in try header.presentKey } : nil
        guard kind == .commit || flags.isEmpty, (kind == .create) == (parent == .none) else { throw .invalidValue }
    }

    private var presentKey: RoomAccessKey {
        get throws(CodecError) {
            guard let accessKey else { throw .invalidValue }
            return accessKey
        }
    }

    private init(kind: EntryKind, flags: EntryFlags, parent: EntryNumber, accessKey: RoomAccessKey?) {
        self.kind = kind
        self.flags = flags
        self.parent = parent
        self.accessKey = accessKey
    }

    package static func create(_ accessKey: RoomAccessKey) -> EntryHeader {
        EntryHeader(kind: .create, flags: [], parent: .none, accessKey: accessKey)
    }

    package static func commit(
        parent: EntryNumber, accessKey: RoomAccessKey, flags: EntryFlags = []
    ) -> EntryHeader {
        EntryHeader(kind: .commit, flags: flags, parent: parent, accessKey: accessKey)
    }

    package static func message(parent: EntryNumber) -> EntryHeader {
        EntryHeader(kind: .message, flags: [], parent: parent, accessKey: nil)
    }

    package static func proposal(parent: EntryNumber) -> EntryHeader {
        EntryHeader(kind: .proposal, flags: [], parent: parent, accessKey: nil)
    }
}
