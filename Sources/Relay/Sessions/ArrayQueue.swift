/// First in, first out. Takes no memory while it is empty, and at most about twice what is in it.
struct ArrayQueue<Element> {
    private var elements: [Element?] = []
    /// Those before it were taken.
    private var first = 0

    var isEmpty: Bool { first == elements.count }
    var count: Int { elements.count - first }
    /// What it takes memory for.
    var memoryCount: Int { elements.count }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func takeFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[first].take()
        first += 1
        if first == elements.count {
            (elements, first) = ([], 0)
        } else if first > elements.count / 2 {
            elements.removeFirst(first)
            first = 0
        }
        return element
    }
}

extension ArrayQueue: Sendable where Element: Sendable {}
