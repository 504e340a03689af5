/// When something is done: what the core knows of time.
package struct Moment: Hashable, Sendable {
    /// By which the relay keeps, forgets and counts.
    package let time: RelayTime
    /// Seconds since 1970, UTC, as the machine has it: for the expiry of links alone.
    package let wallClockSeconds: Int64

    package init(time: RelayTime, wallClockSeconds: Int64) {
        self.time = time
        self.wallClockSeconds = wallClockSeconds
    }
}
