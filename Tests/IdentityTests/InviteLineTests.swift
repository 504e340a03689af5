import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@Suite struct InviteLineTests {
    static let keyBytes = (0..<32).map { UInt8($0 * 8 + 3) }
    static let key = Data(keyBytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").dropLast()
    var relayKey: RelayKey { RelayKey(try! X25519.PublicKey(Self.keyBytes)) }

    @Test(arguments: ["example.org:48295", "10.0.0.1:1", "[2001:db8::1]:65535"])
    func itIsReadAndWrittenTheSame(place: String) throws {
        let line = "sotto://\(place)/\(Self.key)"
        let address = try RelayAddress(line)
        #expect(address.relayKey == relayKey)
        #expect(address.inviteLine == line)
        #expect(address.hostAndPort == place)
        #expect(try RelayAddress(place).pinned(to: relayKey) == address)
    }

    @Test func thePortIsPartOfIt() {
        #expect(throws: RelayAddressError.missingPort) { try RelayAddress("sotto://example.org/\(Self.key)") }
        #expect(throws: RelayAddressError.missingPort) { try RelayAddress("sotto://[::1]/\(Self.key)") }
        #expect(throws: RelayAddressError.badPort) { try RelayAddress("sotto://example.org:/\(Self.key)") }
        #expect(throws: RelayAddressError.badHost) { try RelayAddress("sotto://") }
        #expect(throws: RelayAddressError.badHost) { try RelayAddress("sotto:///\(Self.key)") }
        #expect(throws: RelayAddressError.badHost) { try RelayAddress("sotto://me@host:1/\(Self.key)") }
    }

    @Test func theKeyIsPartOfIt() {
        #expect(throws: RelayAddressError.missingKey) { try RelayAddress("sotto://example.org:1") }
        #expect(throws: RelayAddressError.missingKey) { try RelayAddress("sotto://example.org:1/") }
    }

    @Test func theKeyIsFortyThreeCharactersOfBase64URL() {
        let start = "sotto://example.org:1/"
        for count in 1..<43 {
            #expect(throws: RelayAddressError.badKey) { try RelayAddress(start + Self.key.prefix(count)) }
        }
        for ending in ["A", "=", "AA", "AAA", "/", "?", " ", "\n"] {
            #expect(throws: RelayAddressError.badKey) { try RelayAddress(start + Self.key + ending) }
        }
        for character in ["+", "/", "=", " ", "é", "%"] {
            #expect(throws: RelayAddressError.badKey) { try RelayAddress(start + Self.key.dropFirst() + character) }
            #expect(throws: RelayAddressError.badKey) { try RelayAddress(start + character + Self.key.dropFirst()) }
        }
    }

    /// Otherwise four lines would name one key.
    @Test func bitsBehindTheLastByteAreZero() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        var accepted = ""
        for character in alphabet {
            let line = "sotto://example.org:1/\(Self.key.dropLast())\(character)"
            guard let address = try? RelayAddress(line) else { continue }
            #expect(address.inviteLine == line)
            accepted.append(character)
        }
        #expect(accepted == "AEIMQUYcgkosw048")
    }

    @Test func aRoomLinkIsNamedAsThat() {
        #expect(throws: RelayAddressError.roomLink) { try RelayAddress("sotto://a:1/\(Self.key)#lobby.c2VjcmV0") }
        #expect(throws: RelayAddressError.roomLink) { try RelayAddress("sotto://a:1/\(Self.key)#") }
    }

    @Test func randomKeysComeBack() throws {
        var random = SeededRandom.announced()
        for _ in 0..<1_000 {
            let key = RelayKey(try X25519.PublicKey(random.bytes(count: 32)))
            let address = try RelayAddress("h:7").pinned(to: key)
            let line = try #require(address.inviteLine)
            #expect(try RelayAddress(line) == address)
            let expected = Data(key.bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            #expect(line == "sotto://h:7/\(expected.dropLast())")
        }
    }

    @Test func aLineWithOneByteChangedIsAnotherAddressOrNone() throws {
        let line = "sotto://example.org:48295/\(Self.key)"
        let address = try RelayAddress(line)
        for index in line.utf8.indices {
            let place = line.utf8.distance(from: line.startIndex, to: index)
            for byte in 0..<128 as Range<UInt8> where line.utf8[index] | 0x20 != byte | 0x20 {
                var bytes = Array(line.utf8)
                bytes[place] = byte
                if let other = try? RelayAddress(String(decoding: bytes, as: UTF8.self)) { #expect(other != address) }
            }
        }
    }
}
