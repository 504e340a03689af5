import NIOCore
package import RelayProtocol

// For who decides by the order of things: what is asked by these leaves in the order of the calls, and what came of it
// is an event, ``RelayClientEvent/answered(_:_:)``, among all that is heard in the order in which it came.
extension RelayClient {
    /// - Parameters:
    ///   - tag: by which the answer is known.
    ///   - persistently: asks again, after a while, where the relay's disk is full or it was asked too often.
    package func ask(_ request: RelayRequest, as tag: UInt64, persistently: Bool) {
        enqueue(.plain(request), as: tag, persistently: persistently)
    }

    /// As ``open(_:at:sign:)`` and ``openLink(_:of:sign:)``.
    package func open(_ room: RoomID, with key: RoomKey, as tag: UInt64) { enqueue(.open(room, key), as: tag) }

    /// As ``follow(_:from:)``.
    package func follow(_ log: FollowedLog, from number: EntryNumber, as tag: UInt64) {
        enqueue(.follow(log), as: tag) { $0.follow(log, from: number) }
    }

    /// As ``forget(_:)``.
    package func forget(_ room: RoomID, as tag: UInt64) {
        enqueue(.plain(.unfollow(Unfollow(room: room))), as: tag) { $0.forget(room) }
    }

    private func enqueue(
        _ request: ClientRequest, as tag: UInt64, persistently: Bool = false,
        changing change: @escaping @Sendable (inout FollowLedger) -> Void = { _ in }
    ) {
        let core = core
        start(request, as: RequestTicket(), persistently: persistently, changing: change) { result in
            let answer: Result<RelayAnswer, RelayClientError> =
                if case .success(.refused(let refused)) = result {
                    .failure(.refused(refused.code, detail: refused.detail))
                } else { result }
            core.value.push(.answered(tag, answer))
        }
    }
}
