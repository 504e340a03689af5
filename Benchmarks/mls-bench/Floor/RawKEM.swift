/// A KEM's arithmetic as its library offers it.
protocol RawKEM {
    func makeKeyPair() throws
    func encapsulate() throws
    func decapsulate() throws
}
