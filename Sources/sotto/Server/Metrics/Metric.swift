/// One figure of the relay, as Prometheus knows figures: a name, what it means, and a value for each set of labels.
struct Metric: Equatable, Sendable {
    enum Kind: String, Sendable {
        /// Only grows, and begins anew with the process.
        case counter
        case gauge
    }

    struct Sample: Equatable, Sendable {
        let labels: [Label]
        let value: Double
    }

    struct Label: Equatable, Sendable {
        let name: String
        let value: String
    }

    let name: String
    let help: String
    let kind: Kind
    var samples: [Sample]

    init(_ name: String, _ kind: Kind, _ help: String, samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    init(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        self.init(name, kind, help, samples: [Sample(labels: [], value: value)])
    }

    init(_ name: String, _ kind: Kind, _ help: String, _ value: Int) { self.init(name, kind, help, Double(value)) }
}
