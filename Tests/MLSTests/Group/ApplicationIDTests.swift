import MLS
import Testing

@Suite struct ApplicationIDTests {
    /// As an application does it, without any other access than it has.
    @Test(arguments: CipherSuite.tested)
    func aLeafBearsTheNameThatTheApplicationGaveIt(suite: CipherSuite) throws {
        var founder = Person("founder", suite)
        founder.client.leafExtensions = [try .applicationID([1, 2, 3])]
        var group = try founder.group()
        let guest = try Person("guest", suite).bundle()
        let commit = try group.stageCommit([.add(guest.keyPackage)], now: Person.now)
        try group.merge(commit.staged)
        let joined = try Group(joining: try #require(commit.welcome), with: guest)
        #expect(joined.members.map(\.leafNode.applicationID) == [[1, 2, 3], nil])
    }

    @Test func whatIsNoNameIsNone() throws {
        var person = Person("founder")
        person.client.leafExtensions = [Extension(type: .applicationID, data: [7, 1])]
        #expect(try person.group().members.map(\.leafNode.applicationID) == [nil])
        #expect(try Extension.applicationID([]).data == [0])
    }
}
