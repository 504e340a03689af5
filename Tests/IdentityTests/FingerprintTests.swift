import Identity
import Sodium
import Testing

@Suite struct FingerprintTests {
    let key = Person.alice.identityKey
    var fingerprint: Fingerprint { Fingerprint(of: key) }

    @Test func itIsADomainSeparatedHashInSixteenGroups() throws {
        let domain = Array("sotto identity fingerprint 1".utf8) + [0]
        #expect(try fingerprint.bytes == BLAKE2b.digest(of: domain + key.bytes, byteCount: 32))
        let groups = fingerprint.text.split(separator: " ", omittingEmptySubsequences: false)
        #expect(groups.count == 16)
        #expect(groups.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{4}/#) != nil })
    }

    @Test func theSameBytesInEachRoleHaveAnotherFingerprint() throws {
        let all = Set([
            Fingerprint(of: key).text,
            Fingerprint(of: try #require(DeviceKey(key.bytes))).text,
            Fingerprint(of: try #require(LineKey(key.bytes))).text,
            Fingerprint(of: try #require(RelayKey(key.bytes))).text,
        ])
        #expect(all.count == 4)
    }

    @Test func itIsReadWithoutRegardToCaseAndSpaces() throws {
        let digits = fingerprint.text.filter { $0 != " " }
        #expect(try Fingerprint(fingerprint.text) == fingerprint)
        #expect(try Fingerprint(digits) == fingerprint)
        #expect(try Fingerprint(digits.uppercased()) == fingerprint)
        #expect(try Fingerprint("  " + digits.map { "\($0) " }.joined() + "  ") == fingerprint)
    }

    @Test func aShorterOrLongerTextIsNoFingerprint() {
        let digits = fingerprint.text.filter { $0 != " " }
        for count in 0..<64 {
            #expect(throws: FingerprintError.wrongLength) { try Fingerprint(String(digits.prefix(count))) }
        }
        #expect(throws: FingerprintError.wrongLength) { try Fingerprint(digits + "0") }
    }

    @Test(arguments: ["g", "-", "\t", "\u{FF10}", "é"])
    func anythingElseIsRefused(character: String) {
        #expect(throws: FingerprintError.notHexadecimal) {
            try Fingerprint(String(fingerprint.text.dropLast()) + character)
        }
    }

    @Test func eachDigitIsCompared() throws {
        let digits = Array(fingerprint.text.filter { $0 != " " })
        for index in digits.indices {
            var changed = digits
            changed[index] = digits[index] == "0" ? "1" : "0"
            #expect(try Fingerprint(String(changed)) != fingerprint)
        }
    }

    @Test func aKeyIsThirtyTwoBytes() {
        for count in [0, 31, 33] {
            let bytes = [UInt8](repeating: 1, count: count)
            #expect(IdentityKey(bytes) == nil)
            #expect(DeviceKey(bytes) == nil)
            #expect(LineKey(bytes) == nil)
            #expect(RelayKey(bytes) == nil)
        }
    }
}
