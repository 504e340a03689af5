import ChatStore
import Foundation
import Testing

struct DomainTests {
    @Test(arguments: StoreDomain.allCases) func aDomainIsASCIITextWithAVersionNumber(_ domain: StoreDomain) {
        #expect(domain.rawValue.wholeMatch(of: #/sotto store [a-z ]+ [0-9]+/#) != nil)
        #expect(domain.bytes == Array((domain.rawValue + "\0").utf8))
    }

    @Test(arguments: StoreDomain.allCases) func aDomainStandsInTheTableOfSECURITY(_ domain: StoreDomain) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
        #expect(text.contains("\n| `\(domain.rawValue)\\0` | "))
    }
}
