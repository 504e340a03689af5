package import RelayProtocol

extension RelayClient {
    /// Adds an entry; it is on the relay's disk when this returns. A repeat of the same entry has the same number.
    ///
    /// - Throws: ``RelayClientError/refused(_:detail:)`` with ``RefusalCode/parentHasCommit`` and the winner's number
    ///   where another commit was first.
    package func append(
        _ entry: Entry, to room: RoomID, publicState: PublicState? = nil, persistently: Bool = false
    ) async throws(RelayClientError) -> Appended {
        let request = Append(room: room, entry: entry, publicState: publicState)
        guard case .appended(let appended) = try await ask(.append(request), persistently: persistently) else {
            throw .malformed
        }
        return appended
    }

    /// Opens a room's log from the entry on that began an epoch, on this line and those that come after it. What is
    /// asked of the room waits for this.
    ///
    /// - Parameter sign: signs ``RoomOpening/signedBytes(handshakeHash:room:number:)`` with the epoch's access key; called
    ///   once a line, on the client's event loop.
    package func open(
        _ room: RoomID, at number: EntryNumber, sign: @escaping RoomKey.Signer
    ) async throws(RelayClientError) -> Opened {
        try await open(room, with: RoomKey(.epoch(number), sign: sign))
    }

    /// Opens a room with an invite link: its latest public state may be fetched, and external commits appended.
    ///
    /// - Parameter sign: signs ``RoomOpening/signedBytes(handshakeHash:room:link:)`` with the link's key; called once a
    ///   line, on the client's event loop.
    package func openLink(
        _ link: LinkKey, of room: RoomID, sign: @escaping RoomKey.Signer
    ) async throws(RelayClientError) -> Opened {
        try await open(room, with: RoomKey(.link(link), sign: sign))
    }

    /// Every entry from a number on comes as an event, and goes on doing so. Followed before, it starts anew there.
    package func follow(_ room: RoomID, from number: EntryNumber) async throws(RelayClientError) -> Following {
        try await follow(.room(room), from: number)
    }

    /// No more of a room's entries. It stays open.
    package func unfollow(_ room: RoomID) async throws(RelayClientError) {
        change { $0.unfollow(.room(room)) }
        try await expectDone(.unfollow(Unfollow(room: room)))
    }

    /// No more of a room at all: it isn't opened on the lines that come.
    package func forget(_ room: RoomID) async throws(RelayClientError) {
        change { $0.forget(room) }
        try await expectDone(.unfollow(Unfollow(room: room)))
    }

    package func fetchPublicState(
        of room: RoomID, hash: BlobHash? = nil
    ) async throws(RelayClientError) -> FetchedPublicState {
        let request = FetchPublicState(room: room, hash: hash)
        guard case .fetchedPublicState(let fetched) = try await ask(.fetchPublicState(request)) else {
            throw .malformed
        }
        return fetched
    }

    package func putPublicState(
        _ state: PublicState, of room: RoomID, epoch: EntryNumber
    ) async throws(RelayClientError) {
        try await expectDone(.putPublicState(PutPublicState(room: room, epoch: epoch, publicState: state)))
    }

    /// Passes something to whoever follows the room right now. It may get lost, and nobody says whether it was.
    package func whisper(_ body: [UInt8], in room: RoomID) {
        sayUnanswered(.whisper(Whisper(room: room, body: body)))
    }

    func follow(_ log: FollowedLog, from number: EntryNumber) async throws(RelayClientError) -> Following {
        let answer = try await ask(.follow(log), changing: { $0.follow(log, from: number) })
        guard case .following(let following) = answer else { throw .malformed }
        return following
    }

    private func open(_ room: RoomID, with key: RoomKey) async throws(RelayClientError) -> Opened {
        guard case .opened(let opened) = try await ask(.open(room, key)) else { throw .malformed }
        return opened
    }
}
