import Terminal

/// One thing to show, in the forms that the three kinds of console want.
///
/// Neither form exists before it is asked for: laid out, what waits for a slow screen would take many times the memory
/// that was counted for it.
struct ConsoleLine: Sendable {
    private let layOut: @Sendable () -> [StyledText]
    private let describe: @Sendable () -> JSONObject?

    /// For people. What others wrote is in it as ``DisplayText`` alone.
    var text: [StyledText] { layOut() }
    /// For programs; `nil` where they have no use for it.
    var object: JSONObject? { describe() }

    init(text: @escaping @Sendable () -> [StyledText], object: @escaping @Sendable () -> JSONObject?) {
        layOut = text
        describe = object
    }

    init(_ text: [StyledText], object: JSONObject? = nil) {
        self.init(text: { text }, object: { object })
    }

    init(_ text: StyledText, object: JSONObject? = nil) { self.init([text], object: object) }
}
