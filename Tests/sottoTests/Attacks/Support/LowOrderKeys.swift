import Foundation
import TestSupport

/// Keys with which every X25519 secret is zero.
enum LowOrderKeys {
    /// Those of Wycheproof, where its files are to be found; with the ones that are known anyway, each once.
    static let all: [[UInt8]] = {
        var seen = Set<[UInt8]>()
        return (LowOrder.points + wycheproof).filter { seen.insert($0).inserted }
    }()

    static let wycheproof: [[UInt8]] = {
        struct File: Decodable {
            struct Group: Decodable { let tests: [Test] }
            struct Test: Decodable {
                let flags: [String]
                let `public`: String
            }
            let testGroups: [Group]
        }
        let url = SharedVectors.url.appending(path: "wycheproof/x25519_test.json")
        guard let data = try? Data(contentsOf: url),
            let file = try? JSONDecoder().decode(File.self, from: data)
        else { return [] }
        return file.testGroups.flatMap(\.tests).filter { $0.flags.contains("ZeroSharedSecret") }
            .map { [UInt8](hex: $0.public) }
    }()
}
