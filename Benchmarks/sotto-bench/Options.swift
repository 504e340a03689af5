/// What was asked for on the command line.
struct Options {
    enum Subject: String, CaseIterable { case record, handshake, loopback }

    static let usage = "usage: sotto-bench [--json] [--rounds N] [record|handshake|loopback]..."

    private(set) var report = Report.table
    private(set) var rounds = 41
    private(set) var subjects = Subject.allCases

    init?(_ arguments: some Sequence<String>) {
        var chosen: [Subject] = []
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--json": report = .json
            case "--rounds":
                guard let count = rest.next().flatMap({ Int($0) }), count > 0 else { return nil }
                rounds = count
            default:
                guard let subject = Subject(rawValue: argument) else { return nil }
                chosen.append(subject)
            }
        }
        if !chosen.isEmpty { subjects = chosen }
    }
}
