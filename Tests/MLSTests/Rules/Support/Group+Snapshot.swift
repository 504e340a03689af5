import MLS

extension Group {
    /// All that the group would store, for comparison.
    func snapshot() throws -> [[UInt8]] { [try epochPart().copied, try messagePart().copied] }
}
