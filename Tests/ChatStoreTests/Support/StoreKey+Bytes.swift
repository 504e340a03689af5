import ChatStore
import Sodium

extension StoreKey {
    /// Of form F.
    var bareFile: [UInt8] { StoreKeyFile.bytes(of: self).withBytes { span in span.indices.map { span[$0] } } }

    var bytes: [UInt8] { Array(bareFile[19..<51]) }
}
