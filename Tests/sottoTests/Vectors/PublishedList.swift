import Foundation

@testable import sotto

/// A published list of cases as JSON, to be changed value by value.
struct PublishedList {
    typealias Case = [String: Any]

    private let cases: [Case]

    /// - Parameter path: as in the manifest. Without the folder there are no cases.
    init(_ path: String) {
        let file = PublishedFolder.files.first { $0.path == path }
        cases = file.flatMap { try? JSONSerialization.jsonObject(with: Data($0.bytes)) as? [Case] } ?? []
    }

    /// The cases that this program runs, the shortest first.
    var running: [Case] {
        cases.filter { Self.tally([$0])?.run == 1 }.map { ($0, Self.data([$0]).count) }.sorted { $0.1 < $1.1 }
            .map(\.0)
    }

    /// What becomes of cases in a file of somebody's own.
    static func tally(_ cases: [Any]) -> VectorTally? {
        let file = VectorFile(path: "own.json", folder: "mine", bytes: Array(data(cases)))
        return file.report().tallies.first
    }

    private static func data(_ cases: [Any]) -> Data {
        (try? JSONSerialization.data(withJSONObject: cases)) ?? Data()
    }
}
