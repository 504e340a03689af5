import Foundation
import Terminal
import Testing

@testable import sotto

/// Pictures as zbar reads them off a screen.
struct QRPictureTests {
    static let texts = [
        "109923488893529623775153162101375080785415366451729427720850",
        "sotto://[2001:db8:85a3:8d3:1319:8a2e:370:7348]:48295/hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"
            + "#q83vq83vq83vq83vq83vq83vq83vq83vq83vq83vq83.EjRWeBI0VngSNFZ4EjRWeBI0VngSNFZ4EjRWeBI0Vng",
        "\u{2713} no ASCII \u{1F512}",
    ]

    @Test(.enabled(if: Zbar.isThere, "zbarimg isn't on this machine"), arguments: texts)
    func aReaderReadsIt(_ text: String) throws {
        let picture = try #require(QRPicture(text))
        let lines = picture.lines.map { $0.rendered(colour: false) }
        #expect(lines.allSatisfy { $0.count == picture.columns })
        #expect(try Zbar.read(lines) == text)
    }

    @Test func onAScreenOfAnyColourItIsWhiteOnBlack() throws {
        let line = try #require(QRPicture("sotto")?.lines.first).rendered(colour: true)
        #expect(line.hasPrefix("\u{1B}[97;40m█") && line.hasSuffix("█\u{1B}[0m"))
    }

    @Test func whatNoCodeHoldsHasNoPicture() {
        #expect(QRPicture(String(repeating: "a", count: 3_000)) == nil)
        #expect(QRPicture("") == nil)
    }
}

/// `zbarimg`, where it is.
private enum Zbar {
    static let isThere = (try? run(["--version"])) != nil

    /// What it reads in lines of half blocks.
    static func read(_ lines: [String]) throws -> String {
        let rows = lines.flatMap { line in
            [line.map { $0 == "█" || $0 == "▀" }, line.map { $0 == "█" || $0 == "▄" }]
        }
        let scale = 4
        let scaled = rows.flatMap { row in
            Array(repeating: row.flatMap { Array(repeating: $0, count: scale) }, count: scale)
        }
        var image = Data("P5 \(scaled[0].count) \(scaled.count) 255\n".utf8)
        for row in scaled { image.append(contentsOf: row.map { $0 ? 255 : 0 }) }
        let file = FileManager.default.temporaryDirectory.appending(path: "sotto-\(UUID().uuidString).pgm")
        try image.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return String(try run(["--raw", "-q", file.path(percentEncoded: false)]).dropLast())
    }

    private struct Failed: Error {}

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["zbarimg"] + arguments
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
