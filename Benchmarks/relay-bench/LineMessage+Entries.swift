import NIOCore
import RelayProtocol
import SecureChannel

extension LineMessage {
    /// How many entries of a room it brings, found without decoding them: as little as the other load programs do.
    /// room(32) ‖ number(8) ‖ length(4) ‖ entries, each header(12 or 44) ‖ length(4) ‖ body.
    var entryCount: Int {
        guard kind.rawValue == RelayMessageKind.entriesEvent.rawValue else { return 0 }
        var (place, count) = (body.readerIndex + 44, 0)
        while let entryKind = body.getInteger(at: place + 2, as: UInt8.self) {
            let headerByteCount = EntryKind(rawValue: entryKind)?.beginsEpoch == true ? 44 : 12
            guard let length = body.getInteger(at: place + headerByteCount, as: UInt32.self) else { break }
            place += headerByteCount + 4 + Int(length)
            count += 1
        }
        return count
    }
}
