import Terminal

/// One thing to show, in the forms that the three kinds of console want.
struct ConsoleLine: Sendable {
    /// For people. What others wrote is in it as ``DisplayText`` alone.
    let text: [StyledText]
    /// For programs; `nil` where they have no use for it.
    let object: JSONObject?

    init(_ text: [StyledText], object: JSONObject? = nil) {
        self.text = text
        self.object = object
    }

    init(_ text: StyledText, object: JSONObject? = nil) { self.init([text], object: object) }
}
