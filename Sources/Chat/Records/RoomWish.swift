import Identity
import TLSCodec

/// A change of a room that somebody here asked for: made again on the next epoch as long as another's commit comes first,
/// dropped once the room is as it was wished.
enum RoomWish: Hashable, Sendable, TLSCodable {
    /// With key packages that were claimed for it, MLSMessages.
    case add(IdentityKey, packages: [[UInt8]])
    case remove(IdentityKey)
    case change(RoomChange)
    /// New keys for the own leaf.
    case refresh
    /// What members have proposed: that they leave.
    case commitLeaving
    /// A device that has asked for it is removed and added at once.
    case readd(ReaddingWish)

    private enum Form: UInt8, TLSNumber {
        case add = 1
        case remove = 2
        case change = 3
        case refresh = 4
        case commitLeaving = 5
        case readd = 10
    }

    init(from reader: inout Reader) throws(CodecError) {
        switch try Form(from: &reader) {
        case .add:
            let identity = try ListedIdentity(from: &reader).key
            self = .add(identity, packages: try reader.vector(.uint32, of: CarriedBytes.self).map(\.bytes))
        case .remove: self = .remove(try ListedIdentity(from: &reader).key)
        case .change: self = .change(try RoomChange(from: &reader))
        case .refresh: self = .refresh
        case .commitLeaving: self = .commitLeaving
        case .readd: self = .readd(try ReaddingWish(from: &reader))
        }
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .add(let identity, let packages):
            writer.integer(Form.add.rawValue)
            try ListedIdentity(identity).encode(into: &writer)
            try writer.vector(packages.map(CarriedBytes.init), .uint32)
        case .remove(let identity):
            writer.integer(Form.remove.rawValue)
            try ListedIdentity(identity).encode(into: &writer)
        case .change(let change):
            writer.integer(Form.change.rawValue)
            try change.encode(into: &writer)
        case .refresh: writer.integer(Form.refresh.rawValue)
        case .commitLeaving: writer.integer(Form.commitLeaving.rawValue)
        case .readd(let wish):
            writer.integer(Form.readd.rawValue)
            try wish.encode(into: &writer)
        }
    }
}
