import Identity
import RelayProtocol
import TLSCodec

/// A commit of this client's own that isn't known to stand or to have lost: stored whole before it leaves. Beside it, in a
/// row of its own, lies the staged commit with its secrets.
struct PendingCommit: TLSStruct, Hashable, Sendable {
    let entry: Entry
    let publicState: PublicState?
    /// The Welcome and for whom it is; it leaves when the commit stands.
    let welcome: CarriedBytes?
    let welcomed: [ListedDevice]

    init(entry: Entry, publicState: PublicState?, welcome: CarriedBytes?, welcomed: [ListedDevice]) {
        (self.entry, self.publicState, self.welcome, self.welcomed) = (entry, publicState, welcome, welcomed)
    }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in 1 }) == 1 else { throw .invalidValue }
        entry = try v.nested { $0.entry }
        publicState = try v.optional { $0.publicState }
        welcome = try v.optional { $0.welcome }
        welcomed = try v.vector(.uint16) { $0.welcomed }
    }

    /// By which it is known again in the log.
    var hash: EntryHash { EntryHash(ofOwn: entry) }
}

/// A device in a list.
struct ListedDevice: TLSStruct, Hashable, Sendable {
    let key: DeviceKey

    init(_ key: DeviceKey) { self.key = key }

    init(fields v: inout some Visitor<Self>) throws(CodecError) { key = try v.key { $0.key } }
}

extension EntryHash {
    /// Of an entry that was made here.
    init(ofOwn entry: Entry) {
        do throws(CodecError) { try self.init(of: entry) } catch {
            preconditionFailure("an entry of one's own has an encoding")
        }
    }
}
