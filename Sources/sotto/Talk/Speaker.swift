import Identity

/// Who says something, as far as the line has proven it.
enum Speaker: Sendable, Equatable {
    case relay(Fingerprint)
    case client(name: DisplayName, identity: Fingerprint)
}
