/// An identity's number in the storage. Never on the wire.
package struct AccountRow: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
}
