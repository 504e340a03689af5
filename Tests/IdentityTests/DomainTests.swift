import Foundation
import Identity
import Testing

@Suite struct DomainTests {
    @Test(arguments: Domain.allCases)
    func aDomainIsASCIITextWithAVersionNumber(domain: Domain) {
        #expect(domain.rawValue.wholeMatch(of: #/sotto [a-z ]+ [0-9]+/#) != nil)
        #expect(domain.bytes.starts(with: Array(domain.rawValue.utf8)))
    }

    @Test func noDomainBeginsLikeAnother() {
        for one in Domain.allCases {
            for other in Domain.allCases where one != other { #expect(!one.bytes.starts(with: other.bytes)) }
        }
    }

    /// What is signed or hashed for a room, to the byte.
    @Test(arguments: [
        (Domain.roomLog, "sotto room log 1\0"), (.roomHead, "sotto room head 1\0"),
        (.roomOpening, "sotto room opening 1\0"), (.linkOpening, "sotto link opening 1\0"),
    ])
    func aRoomsDomainsAreTheseBytes(domain: Domain, text: String) {
        #expect(domain.bytes == Array(text.utf8))
    }

    @Test(arguments: Domain.allCases) func aDomainStandsInTheTableOfSECURITY(domain: Domain) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
        let zero = domain.bytes.last == 0 ? #"\0"# : ""
        #expect(text.contains("\n| `\(domain.rawValue)\(zero)` | "))
    }
}
