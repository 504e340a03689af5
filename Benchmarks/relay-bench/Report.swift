/// Numbers by name, as relayload prints them.
struct Report {
    private var values: [(name: String, value: String)]

    init(mode: String) { values = [("mode", "\"\(mode)\"")] }

    mutating func add(_ name: String, _ value: Int) { values.append((name, "\(value)")) }

    mutating func add(_ name: String, _ value: Double) {
        let rounded = (value * 100_000).rounded() / 100_000
        values.append((name, "\(rounded)"))
    }

    var json: String { "{" + values.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}" }
}
