import MLS
import Sodium

extension Group {
    /// All that the group would store, for comparison.
    func snapshot() throws -> [[UInt8]] { [try epochPart().bytes, try messagePart().bytes] }
}

extension SecretBytes {
    fileprivate var bytes: [UInt8] { withBytes { span in span.indices.map { span[$0] } } }
}
