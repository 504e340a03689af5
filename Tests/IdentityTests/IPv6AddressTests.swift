import Foundation
import Identity
import TestSupport
import Testing

@Suite struct IPv6AddressTests {
    private func system(_ text: String) -> [UInt8]? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        return withUnsafeBytes(of: &address) { Array($0) }
    }

    @Test func textsAreReadAsTheSystemReadsThem() {
        var random = SeededRandom.announced()
        var accepted = 0
        for _ in 0..<50_000 {
            let text = randomText(&random)
            let host = try? RelayAddress.Host("[\(text)]")
            #expect((host != nil) == (system(text) != nil), "\(text)")
            guard let host else { continue }
            accepted += 1
            #expect(system(host.text) == system(text), "\(text)")
        }
        #expect(accepted > 5_000)
    }

    private func randomText(_ random: inout SeededRandom) -> String {
        let pieces = ["0", "0", "0", "1", "a", "00", "f00d", "FFFF", "12345", "", "", "1.2.3.4", "1.2.3"]
        let count = [1, 2, 3, 4, 7, 8, 8, 8, 8, 9].randomElement(using: &random) ?? 8
        let plain = Bool.random(using: &random)
        let words = (0..<count).map { _ in (plain ? pieces[0..<8] : pieces[...]).randomElement(using: &random) ?? "" }
        var text = words.joined(separator: ":")
        if Int.random(in: 0..<4, using: &random) == 0 { text += "::" }
        if Int.random(in: 0..<4, using: &random) == 0 { text = "::" + text }
        return text
    }

    @Test(arguments: [
        ("0:0:0:0:0:0:0:0", "::"), ("1:0:0:0:0:0:0:0", "1::"), ("0:0:0:0:0:0:0:1", "::1"),
        ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
        ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ("ABCD:0ef0::0001", "abcd:ef0::1"),
    ])
    func itIsWrittenInTheOneWay(text: String, canonical: String) throws {
        #expect(try RelayAddress.Host("[\(text)]").text == canonical)
    }
}
