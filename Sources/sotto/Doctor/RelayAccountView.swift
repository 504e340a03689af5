import Chat
import Identity

/// What a relay sees of whoever stands there.
struct RelayAccountView: Sendable {
    let identity: IdentityKey
    let device: DeviceKey
    let name: String
}

extension RoomsSession {
    func accountView() async throws(Failure) -> RelayAccountView {
        try await read { core throws(ChatStorageError) in
            let credential = core.client.credential
            return RelayAccountView(
                identity: credential.identityKey, device: credential.deviceKey, name: credential.name.text)
        }
    }

    func relayViews() async throws(Failure) -> [RelayView] {
        try await read { core throws(ChatStorageError) in
            var views: [RelayView] = []
            for room in core.roomIDs { if let view = try core.relayView(of: room) { views.append(view) } }
            return views
        }
    }
}
