/// What a relay's files take on the disk, in bytes.
package struct DiskUse: Hashable, Sendable {
    /// What is stored: what deleting makes less.
    package let stored: Int
    /// What goes by itself, however much is deleted: a write-ahead log that is longer than usual while somebody reads.
    package let passing: Int
    /// Room inside the files that the next entries take.
    package let free: Int

    package init(stored: Int, passing: Int = 0, free: Int = 0) {
        self.stored = stored
        self.passing = passing
        self.free = free
    }

    /// All files together.
    package var files: Int { taken.addingClamped(free) }
    /// What counts for the disk cap.
    package var taken: Int { stored.addingClamped(passing) }
}
