import CAllocations

/// One way of doing a piece of work.
struct Contender {
    /// How often a run does it.
    let operationCount: Int
    /// Does it and says how much CPU time that took, in nanoseconds, without what had to be prepared.
    let run: () async throws -> Double

    /// Allocations for each operation; nothing where they can't be counted.
    ///
    /// The first run is not counted: buffers reach their size in it.
    func allocations() async throws -> Double? {
        guard allocations_are_counted() else { return nil }
        _ = try await run()
        allocations_begin()
        _ = try await run()
        return Double(allocations_end()) / Double(operationCount)
    }
}
