/// The relay's own count of seconds, by which it keeps and forgets.
///
/// It is no clock: it goes on with the machine's monotonic time, and between two runs by what the wall clock says has
/// passed, but at most a day. So a clock that jumps years ahead deletes nothing, and one that goes back stops nothing.
package struct RelayTime: Hashable, Comparable, Sendable {
    package let seconds: UInt64

    package init(seconds: UInt64) { self.seconds = seconds }

    /// Zero, where it would be before the beginning.
    package func before(_ seconds: UInt64) -> RelayTime {
        RelayTime(seconds: self.seconds > seconds ? self.seconds - seconds : 0)
    }

    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}
