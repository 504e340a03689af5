import Relay
import RelayStore
import RelaySupport
import TestSupport
import Testing

/// The relay's core on this storage, asked everything in every order, beside a model that has no storage at all.
struct RandomClientTests {
    @Test func answersAsTheModelSays() throws {
        var folder = try StoreFolder()
        var open: RelayStore?
        var openings = 0
        var run = try RandomRelayRun(seed: SeededRandom.announcedSeed(#function)) {
            openings += 1
            // Every other time as after a kill.
            let left = openings.isMultiple(of: 2) ? try folder.killed() : folder
            open?.close()
            folder = left
            let store = try folder.open(recentHashesMax: 40)
            open = store
            return store
        }
        try run.run(stepCount: 3_000)
        open?.close()
    }
}
