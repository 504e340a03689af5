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
}
