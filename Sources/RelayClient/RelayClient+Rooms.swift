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

    /// Opens a room's log from the entry on that began an epoch, on this line and those that follow it.
    ///
    /// - Parameter sign: signs ``RoomOpening/signedBytes(handshakeHash:room:number:)`` with the epoch's access key; called
    ///   again after each lost line.
    package func open(
        _ room: RoomID, at number: EntryNumber, sign: @escaping FollowLedger.Signer
    ) async throws(RelayClientError) -> Opened {
        let hash = try await handshakeHash()
        let request = OpenRoom(room: room, number: number, signature: sign(hash))
        guard case .opened(let opened) = try await ask(.openRoom(request)) else { throw .malformed }
        change { $0.opened(room, FollowLedger.Key(number: number, sign: sign)) }
        return opened
    }

    /// Every entry from a number on comes as an event, and goes on doing so.
    package func follow(_ room: RoomID, from number: EntryNumber) async throws(RelayClientError) -> Following {
        change { $0.follow(room, from: number) }
        guard case .following(let following) = try await ask(.follow(Follow(room: room, from: number))) else {
            throw .malformed
        }
        return following
    }

    package func unfollow(_ room: RoomID) async throws(RelayClientError) {
        change { $0.unfollow(room) }
        try await expectDone(.unfollow(Unfollow(room: room)))
    }

    /// Proves that one holds an invite link, on this line alone.
    package func openLink(
        _ link: LinkKey, of room: RoomID, sign: FollowLedger.Signer
    ) async throws(RelayClientError) -> Opened {
        let hash = try await handshakeHash()
        let request = OpenLink(room: room, link: link, signature: sign(hash))
        guard case .opened(let opened) = try await ask(.openLink(request)) else { throw .malformed }
        return opened
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
        let request = RelayRequest.whisper(Whisper(room: room, body: body))
        sayUnanswered(request)
    }
}
