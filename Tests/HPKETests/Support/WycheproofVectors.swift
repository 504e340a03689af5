/// Wycheproof's vectors of the two constructions that are this room's own.
enum WycheproofVectors {
    struct HKDFVector: Decodable, Sendable {
        let tcId, size: Int
        let ikm, salt, info, okm, result: String
    }

    struct HMACVector: Decodable, Sendable {
        let tcId: Int
        let key, msg, tag, result: String
    }

    static let hkdf: [HKDFVector] = read("wycheproof/hkdf_sha256_test.json")
    static let hmac: [HMACVector] = read("wycheproof/hmac_sha256_test.json")

    private struct File<Test: Decodable>: Decodable { let testGroups: [Group<Test>] }
    private struct Group<Test: Decodable>: Decodable { let tests: [Test] }

    private static func read<Test: Decodable>(_ path: String) -> [Test] {
        (SharedFolder.decode(path, as: File<Test>.self)?.testGroups ?? []).flatMap(\.tests)
    }
}
