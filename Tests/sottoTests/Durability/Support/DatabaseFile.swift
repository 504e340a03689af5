import Foundation
import Testing

/// The database of a relay that doesn't run, as bytes that a disk may change.
struct DatabaseFile {
    static let pageByteCount = 4_096

    private let url: URL

    init(home: String) { url = URL(fileURLWithPath: home + "/relay/relay.sqlite") }

    /// Changes one byte in the one place where `bytes` stand.
    func flip(in bytes: [UInt8]) throws {
        var file = try Data(contentsOf: url)
        let place = try #require(file.range(of: Data(bytes)))
        #expect(file.range(of: Data(bytes), in: place.upperBound..<file.endIndex) == nil)
        file[place.upperBound - 1] ^= 0x20
        try write(file)
    }

    /// Makes nonsense of the page in which `bytes` stand, so that SQLite can't read it.
    func breakPage(with bytes: [UInt8]) throws {
        var file = try Data(contentsOf: url)
        let place = try #require(file.range(of: Data(bytes))).lowerBound
        let page = place - place % Self.pageByteCount
        file.replaceSubrange(page..<(page + 64), with: [UInt8](repeating: 0xEE, count: 64))
        try write(file)
    }

    func contains(_ bytes: [UInt8]) throws -> Bool { try Data(contentsOf: url).range(of: Data(bytes)) != nil }

    /// Into the same file, with its permissions.
    private func write(_ bytes: Data) throws {
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
