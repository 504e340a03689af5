/// What was asked for on the command line.
struct Options {
    enum Subject: String, CaseIterable { case messages, membership, paths, warm, scale, room }

    static let usage = "usage: mls-bench [--rounds N] [messages|membership|paths|warm|scale|room]..."

    private(set) var rounds = 9
    private(set) var subjects = Set(Subject.allCases)

    init?(_ arguments: some Sequence<String>) {
        var chosen: Set<Subject> = []
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--rounds":
                guard let count = rest.next().flatMap({ Int($0) }), count > 0 else { return nil }
                rounds = count
            default:
                guard let subject = Subject(rawValue: argument) else { return nil }
                chosen.insert(subject)
            }
        }
        if !chosen.isEmpty { subjects = chosen }
    }
}
