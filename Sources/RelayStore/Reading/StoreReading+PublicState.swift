import GRDB
import Relay
import RelayProtocol

extension StoreReading {
    func publicState(of log: LogRow) throws(StorageError) -> StoredPublicState? {
        try database.first(
            "SELECT epoch, hash, links FROM public_state WHERE log = ?", [log.rawValue]
        ) { columns throws(StorageError) in
            StoredPublicState(
                epoch: try columns.entry(0), hash: try columns.noun(1),
                links: try [LiveLink](stored: try columns.bytes(2)))
        }
    }

    func blob(_ hash: BlobHash, of log: LogRow) throws(StorageError) -> (epoch: EntryNumber, blob: [UInt8])? {
        let found = try database.first(
            "SELECT epoch, bytes FROM blob WHERE log = ? AND hash = ?", [log.rawValue, hash.stored]
        ) { columns throws(StorageError) in (epoch: try columns.entry(0), blob: try columns.bytes(1)) }
        if let found, BlobHash(of: found.blob) != hash { throw .damaged }
        return found
    }
}

extension [LiveLink] {
    private static var keyByteCount: Int { 32 }
    private static var linkByteCount: Int { keyByteCount + 8 }

    /// Each link's key and end, one behind the other.
    var stored: [UInt8] {
        flatMap { link in
            link.key.bytes
                + stride(from: 56, through: 0, by: -8).map {
                    UInt8(truncatingIfNeeded: link.expiresAtSeconds >> UInt64($0))
                }
        }
    }

    init(stored bytes: [UInt8]) throws(StorageError) {
        guard bytes.count.isMultiple(of: Self.linkByteCount) else { throw .damaged }
        self = []
        for start in stride(from: 0, to: bytes.count, by: Self.linkByteCount) {
            let end = start + Self.keyByteCount
            guard let key = LinkKey([UInt8](bytes[start..<end])) else { throw .damaged }
            let seconds = bytes[end..<(start + Self.linkByteCount)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            append(LiveLink(key: key, expiresAtSeconds: seconds))
        }
    }
}
