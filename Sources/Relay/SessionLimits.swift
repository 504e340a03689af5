import RelayProtocol

/// What one line, one event loop and the committer may take, with units.
package enum SessionLimits {
    // A line
    /// Requests without an answer. From here on nothing more is read from the line until answers are out.
    package static let requestsInFlightMax = 256
    /// Bytes of such requests, likewise. A request may be larger.
    package static let requestBytesInFlightMax = 1 << 20
    /// What a claim counts: its answer.
    package static let claimBytes = RelayMessage.bodyBytesMax(ofKind: RelayMessageKind.claimed.rawValue)
    /// Rooms that a line may have open.
    package static let openedRoomsMax = 4_096
    /// Disputes that are remembered with a proven epoch.
    package static let disputesPerOpeningMax = 8

    // What followers are sent
    /// Bytes of events that are encoded together, for one append to each follower. An event may be larger.
    package static let runBytesMax = 64 << 10
    /// Appended bytes after which a line is flushed before more is appended, so that its output can say that it is
    /// full.
    package static let unflushedBytesMax = 128 << 10
    /// Bodies that a follower who is behind gets at once, in bytes. One body may be larger.
    package static let chunkBytesMax = 256 << 10
    /// Entries that it gets at once.
    package static let chunkEntriesMax = 4_096
    /// How long a follower waits after the storage couldn't be read.
    package static let readAgainMilliseconds: Int64 = 1_000

    // What is committed together
    package static let groupRequestsMax = 1_024
    package static let groupBytesMax = 16 << 20
    /// So many requests are committed at once; fewer wait until what was committed before has left.
    package static let promptGroupRequests = 256
    /// After a group of so many requests the next is waited for a little, for another such one is likely.
    package static let busyGroupRequests = 4
    package static let gatherMicroseconds: Int64 = 250
    /// Lines that are flushed before a loop says that it has let go of what was committed: nobody waits for more.
    package static let awaitedFlushesMax = 256
    /// Bytes of events for all followers of a loop, likewise.
    package static let awaitedBytesMax = 4 << 20
    /// Bytes that may wait for their commit. From here on lines that ask for more wait until theirs is through.
    package static let backlogBytesMax = 64 << 20
    /// Past so many nothing more is taken: it may be asked again a second later.
    package static let waitingBytesMax = 256 << 20
    /// Of one account, likewise.
    package static let accountBacklogBytesMax = 4 << 20
    package static let accountWaitingBytesMax = 16 << 20

    // What all lines share
    /// Lines of one account. One past it is refused as over a limit.
    package static let linesPerAccountMax = 64
    /// Loops, each a thread.
    package static let loopsMax = 64
    /// Threads that read from the storage.
    package static let readThreads = 2
    /// Appends at once, in seconds' worth of ``RelayLimits/appendsPerSecond``.
    package static let appendBurstSeconds = 10
    /// Accounts whose changes are counted; beyond it those who haven't changed anything for a while are forgotten.
    package static let budgetsMax = 65_536
    /// Devices of which it is remembered that what they show is stored.
    package static let keptDevicesMax = 65_536
    /// Devices whose serials are compared before the line is theirs; all others' when they start.
    package static let rememberedSerialsMax = 1_048_576
    /// How often keeping house gets a turn.
    package static let housekeepingMilliseconds: Int64 = 100
    /// Turns that are left out as long as nothing is committed.
    package static let idleTurnsMax = 10
    /// How long a stopping relay waits for its lines to close.
    package static let stopSeconds: Int64 = 6
}
