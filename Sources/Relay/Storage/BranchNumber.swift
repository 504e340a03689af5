/// A branch of a room's log, counted from 0: commits of which each is the first for its parent, and none after the
/// first of them removes a leaf.
package struct BranchNumber: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let root = BranchNumber(rawValue: 0)

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
