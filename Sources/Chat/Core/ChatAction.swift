/// What the core wants done, in order. All that led to it is durable by then.
package enum ChatAction: Sendable {
    case ask(RequestTag, ChatRequest)
    case tell(ChatEvent)
    /// Come back with ``ChatInput/woke`` after so many milliseconds.
    case wake(afterMilliseconds: UInt64)
}
