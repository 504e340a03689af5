package import RelayClient

/// What moves the core.
package enum ChatInput: Sendable {
    case heard(RelayClientEvent)
    case asked(ChatCommand)
    /// A time that was asked for has come.
    case woke
}
