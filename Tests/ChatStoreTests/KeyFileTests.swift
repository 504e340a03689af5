import Chat
import ChatStore
import Foundation
import Sodium
import TestSupport
import Testing

/// The file in which a store's key lies.
struct KeyFileTests {
    private static let passphrase = Array("correct horse".utf8)

    /// As cheap as can be: here nobody guesses.
    private static func cheapest() throws -> PassphraseHash {
        try #require(PassphraseHash(passes: 1, memoryKibibytes: 8))
    }

    private static func wrapped(_ key: borrowing StoreKey, under passphrase: [UInt8] = passphrase) throws -> [UInt8] {
        try StoreKeyFile.bytes(of: key, under: passphrase.span, hash: cheapest())
    }

    private static func open(_ file: [UInt8], _ passphrase: [UInt8]? = passphrase) throws(StoreKeyError) -> [UInt8] {
        guard let passphrase else { return try StoreKeyFile.key(in: file.span, passphrase: nil).bytes }
        return try StoreKeyFile.key(in: file.span, passphrase: passphrase.span).bytes
    }

    @Test func aKeyComesBackFromItsFile() throws {
        let key = StoreKey()
        #expect(key.bytes != StoreKey().bytes)
        let (bare, wrapped) = (key.bareFile, try Self.wrapped(key))
        #expect(try Self.open(bare, nil) == key.bytes)
        #expect(try Self.open(bare) == key.bytes)
        #expect(try Self.open(wrapped) == key.bytes)
        #expect(StoreKeyFile.needsPassphrase(bare.span) == false)
        #expect(StoreKeyFile.needsPassphrase(wrapped.span) == true)
        #expect(throws: StoreKeyError.needsPassphrase) { try Self.open(wrapped, nil) }
        #expect(Data(wrapped).range(of: Data(key.bytes)) == nil)
        #expect(try Self.wrapped(key).dropFirst(27) != wrapped.dropFirst(27))
    }

    @Test(arguments: ["", "correct hors", "correct horse ", "Correct horse", "correct horse\0"])
    func anotherPassphraseIsWrong(_ other: String) throws {
        let file = try Self.wrapped(StoreKey())
        #expect(throws: StoreKeyError.wrongPassphrase) { try Self.open(file, Array(other.utf8)) }
        let key = StoreKey()
        let theirs = try Self.wrapped(key, under: Array(other.utf8))
        #expect(try Self.open(theirs, Array(other.utf8)) == key.bytes)
        #expect(throws: StoreKeyError.wrongPassphrase) { try Self.open(theirs) }
    }

    @Test func anotherPassphraseForTheSameStoreKeepsWhatIsInIt() throws {
        let (folder, place) = (try StoreFolder(), RowKey(.values, of: RowScope("place")))
        let key = StoreKey()
        let old = try Self.wrapped(key)
        let store = try ChatStore(path: folder.path, key: key)
        try store.put([7], at: place)
        try store.close()
        let other: [UInt8] = [1, 2]
        let new = try Self.wrapped(StoreKeyFile.key(in: old.span, passphrase: Self.passphrase.span), under: other)
        #expect(throws: StoreKeyError.wrongPassphrase) { try Self.open(new) }
        let again = try ChatStore(
            path: folder.path, key: StoreKeyFile.key(in: new.span, passphrase: other.span))
        #expect(try again.bytes(at: place) == [7])
        try again.close()
    }

    @Test func aKeyFileOfAnotherStoreIsTold() throws {
        let (folder, other) = (try StoreFolder(), try StoreFolder())
        try folder.open().close()
        let key = try other.key()
        #expect(throws: ChatStoreError.wrongKey) { try ChatStore(path: folder.path, key: key) }
    }

    @Test func noFlippedBitGivesAKey() throws {
        let key = StoreKey()
        let (bare, wrapped) = (key.bareFile, try Self.wrapped(key))
        for bit in 0..<(8 * bare.count) {
            #expect(throws: StoreKeyError.self) { try Self.open(bare.flipping(bit: bit)) }
        }
        // What a guess costs is another test's: of some flipped bits it would be a GiB.
        for bit in 0..<(8 * wrapped.count) where !(19 * 8..<27 * 8).contains(bit) {
            #expect(throws: StoreKeyError.self) { try Self.open(wrapped.flipping(bit: bit)) }
        }
        for bit in stride(from: 19 * 8, to: 51 * 8, by: 5) {
            #expect(throws: StoreKeyError.damaged) { try Self.open(bare.flipping(bit: bit)) }
        }
        for bit in stride(from: 27 * 8, to: wrapped.count * 8, by: 5) {
            #expect(throws: StoreKeyError.wrongPassphrase) { try Self.open(wrapped.flipping(bit: bit)) }
        }
    }

    @Test func aFileThatIsCutOrLongerIsDamaged() throws {
        for file in [StoreKey().bareFile, try Self.wrapped(StoreKey())] {
            for count in 0..<file.count {
                #expect(throws: StoreKeyError.damaged) { try Self.open(Array(file.prefix(count))) }
            }
            #expect(throws: StoreKeyError.damaged) { try Self.open(file + [0]) }
        }
        for text in ["", "sotto", "sotto key file 1\nI", String(repeating: "x", count: 200)] {
            #expect(throws: StoreKeyError.damaged) { try Self.open(Array(text.utf8)) }
            #expect(StoreKeyFile.needsPassphrase(Array(text.utf8).span) == nil)
        }
    }

    @Test(arguments: [
        ("sotto store key 2\nF", StoreKeyError.newerVersion), ("sotto store key 17\n", .newerVersion),
        ("sotto store key 1\nQ", .damaged), ("sotto store key 0\nF", .damaged), ("sotto store key 2", .damaged),
        ("sotto store key \nF", .damaged), ("sotto store key two\n", .damaged),
        ("sotto store key 99999999999999999999\n", .damaged),
    ])
    func aNewerVersionIsToldFromDamage(_ beginning: String, _ error: StoreKeyError) {
        #expect(throws: error) { try Self.open(Array(beginning.utf8) + [UInt8](repeating: 0x58, count: 48)) }
    }

    /// What can't be read again mustn't be written.
    @Test(arguments: [(0, 8), (33, 8), (1, 7), (1, 0), (1, 1_048_577), (.max, .max)] as [(UInt32, UInt32)])
    func refusesCostsThatTakeTheMachine(_ passes: UInt32, _ memory: UInt32) throws {
        #expect(PassphraseHash(passes: passes, memoryKibibytes: memory) == nil)
        var file = try Self.wrapped(StoreKey())
        for (place, number) in [(19, passes), (23, memory)] {
            for index in 0..<4 { file[place + index] = UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * index)) }
        }
        #expect(throws: StoreKeyError.damaged) { try Self.open(file) }
    }

    @Test func aGuessCosts256MebibytesUnlessSaidOtherwise() throws {
        #expect(PassphraseHash.standard == PassphraseHash(passes: 3, memoryKibibytes: 262_144))
        let file = try StoreKeyFile.bytes(of: StoreKey(), under: Self.passphrase.span)
        #expect(Array(file[19..<27]) == [0, 0, 0, 3, 0, 4, 0, 0])
    }

    /// By the description, with another's commitment: which alone says no.
    @Test(arguments: [true, false]) func opensWhatIsWrappedAsDescribed(_ isCommittedTo: Bool) throws {
        let (key, salt, nonce) = ([UInt8](counting: 32), [UInt8](repeating: 5, count: 16), [UInt8](counting: 24))
        let root = try Described.passphraseRoot(Self.passphrase, salt: salt, passes: 2, kibibytes: 16)
        let commitment =
            isCommittedTo ? try Described.derived(root, "sotto store commitment 1\0") : [UInt8](repeating: 6, count: 32)
        let open = Array("sotto store key 1\nP".utf8) + [0, 0, 0, 2, 0, 0, 0, 16] + salt + commitment
        let wrapping = try Described.derived(root, "sotto store wrapping 1\0")
        let sealed = try Described.sealed(key, wrapping, nonce: nonce, open)
        let file = open + nonce + sealed
        if isCommittedTo {
            #expect(try Self.open(file) == key)
        } else {
            #expect(throws: StoreKeyError.wrongPassphrase) { try Self.open(file) }
        }
    }

    @Test func aBareKeyIsBehindItsChecksumAsDescribed() throws {
        let key = [UInt8](counting: 32)
        let checksum = try BLAKE2b.digest(of: Array("sotto store key checksum 1\0".utf8) + key, byteCount: 16)
        let header = Array("sotto store key 1\nF".utf8)
        #expect(try Self.open(header + key + checksum, nil) == key)
    }
}
