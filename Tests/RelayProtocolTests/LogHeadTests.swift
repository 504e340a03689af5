import Identity
import RelayProtocol
import Sodium
import Testing

@Suite struct LogHeadTests {
    @Test func entryHashesAreThoseOfAnotherImplementation() throws {
        #expect(try EntryHash(of: Known.creation) == Known.creationHash)
        #expect(try EntryHash(of: Known.message) == Known.messageHash)
        #expect(BlobHash(of: Array("blob".utf8)) == Known.blobHash)
    }

    @Test func headsAreThoseOfAnotherImplementation() {
        var head = LogHead(before: Known.room, at: Known.relay)
        #expect(head == Known.heads[0])
        head = head.following(EntryNumber(1), Known.creationHash)
        #expect(head == Known.heads[1])
        head = head.following(EntryNumber(2), Known.messageHash)
        #expect(head == Known.heads[2])
    }

    @Test func aHeadNamesItsPlaceAndTheWholeLogBeforeIt() {
        let head = Known.heads[1]
        #expect(head.following(EntryNumber(3), Known.messageHash) != Known.heads[2])
        #expect(head.following(EntryNumber(2), Known.creationHash) != Known.heads[2])
        #expect(Known.heads[0].following(EntryNumber(2), Known.messageHash) != Known.heads[2])
    }

    @Test func anItemsHashIsThatOfItsBytesAlone() {
        let item = Array("blob".utf8)
        #expect(EntryHash(header: [], body: item).bytes == Known.blobHash.bytes)
    }
}
