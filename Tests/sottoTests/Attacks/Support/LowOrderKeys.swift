import Foundation

/// Keys with which every X25519 secret is zero.
enum LowOrderKeys {
    /// The points of small order of curve and twist, and what else reduces to them (RFC 7748 §5: the top bit counts
    /// for nothing).
    static let known: [[UInt8]] = {
        let small = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ].map(bytes)
        return small + small.map { $0.dropLast() + [$0[31] | 0x80] }
    }()

    /// Those of Wycheproof, where its files are to be found; with the known ones, each once.
    static let all: [[UInt8]] = {
        var seen = Set<[UInt8]>()
        return (known + wycheproof).filter { seen.insert($0).inserted }
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
        let folder = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] ?? "../shared/vectors"
        guard let data = FileManager.default.contents(atPath: folder + "/wycheproof/x25519_test.json"),
            let file = try? JSONDecoder().decode(File.self, from: data)
        else { return [] }
        return file.testGroups.flatMap(\.tests).filter { $0.flags.contains("ZeroSharedSecret") }
            .map { bytes($0.public) }
    }()

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }
}
