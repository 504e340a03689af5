/// One figure about the relay.
package struct RelayMetric: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Only grows, and begins anew with the process.
        case counter
        case gauge
    }

    /// A sentence's worth of name, in small letters and underscores, without the program's.
    package let name: String
    package let help: String
    package let kind: Kind
    package let value: Double

    init(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        self.name = name
        self.kind = kind
        self.help = help
        self.value = value
    }

    init(_ name: String, _ kind: Kind, _ help: String, _ value: Int) { self.init(name, kind, help, Double(value)) }
}
