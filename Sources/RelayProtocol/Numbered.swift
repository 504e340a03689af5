/// A request or an answer with the number that ties them together.
package struct Numbered<Content: Hashable & Sendable>: Hashable, Sendable {
    package let number: RequestNumber
    package let content: Content

    package init(_ number: RequestNumber, _ content: Content) {
        self.number = number
        self.content = content
    }
}
