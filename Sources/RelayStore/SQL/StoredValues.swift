import Identity
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How values lie in columns.
extension LogName {
    static let room: Int64 = 1
    static let inbox: Int64 = 2

    var kind: Int64 {
        switch self {
        case .room: Self.room
        case .inbox: Self.inbox
        }
    }

    /// The kind, and 32 bytes.
    var stored: Data {
        switch self {
        case .room(let room): Data([UInt8(Self.room)] + room.bytes)
        case .inbox(let device): Data([UInt8(Self.inbox)] + device.bytes)
        }
    }
}

extension Noun32 {
    var stored: Data { Data(bytes) }
}

extension KeyNoun {
    var stored: Data { Data(bytes) }
}

extension EntryNumber {
    var stored: Int64 { Int64(bitPattern: rawValue) }
}

extension BranchNumber {
    var stored: Int64 { Int64(rawValue) }
}

extension DeviceSerial {
    var stored: Int64 { Int64(bitPattern: value) }
}

extension RelayTime {
    /// In order, and so not beyond what is signed.
    var stored: Int64 { Int64(clamping: seconds) }
}
