package import RelayClient
package import RelayProtocol

/// What moves the core.
package enum ChatInput: Sendable {
    case heard(RelayClientEvent)
    case answered(RequestTag, Result<RelayAnswer, RelayClientError>)
    case asked(ChatCommand)
    /// A time that was asked for has come.
    case woke
}
