import Identity
import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct MemoryStorageTests {
    @Test func aWriteThatThrowsLeavesNothing() throws {
        let storage = MemoryStorage()
        let person = TestPerson(1)
        storage.failNextWrite(with: .unavailable)
        #expect(throws: StorageError.unavailable) {
            try storage.write { (tx) throws(StorageError) in
                let account = try tx.insertAccount(person.identity)
                let log = try tx.createLog(.room(.numbered(1)), owner: account, head: .numbered(0))
                try tx.insert(
                    Branch(parentBranch: .root, parent: .none, isReadableFromParent: false), number: .root, into: log)
            }
        }
        #expect(try storage.read { (snapshot) throws(StorageError) in try snapshot.account(person.identity) } == nil)
        #expect(try storage.read { (snapshot) throws(StorageError) in try snapshot.log(.room(.numbered(1))) } == nil)
    }
}
