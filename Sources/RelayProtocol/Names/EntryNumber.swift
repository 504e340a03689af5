import TLSCodec

/// An entry's place in its log: from 1, without gaps. 0 stands before the first.
package struct EntryNumber: TLSNumber, Hashable, Comparable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package init(_ number: UInt64) { rawValue = number }

    package static let none = EntryNumber(0)
    package static let first = EntryNumber(1)

    /// Nothing after the last.
    package var next: EntryNumber? {
        let (next, overflow) = rawValue.addingReportingOverflow(1)
        return overflow ? nil : EntryNumber(next)
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
