/// A log's number in the storage. Never on the wire.
package struct LogRow: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
}
