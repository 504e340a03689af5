import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §2.1, §6, §10, §13: bytes that aren't what they should be, given to a group.
struct FormRuleTests {
    private func message(of company: Company) throws -> [UInt8] {
        try company.rogue.proposal(.remove(Remove(removed: LeafIndex(rawValue: 2))))
    }

    @Test func refusesTrailingBytesAndEveryTruncation() throws {
        let company = try Company()
        let right = try message(of: company)
        try expectRefusal(of: right + [0], by: company.honest, as: .malformed(.trailingBytes))
        for count in right.indices {
            try expectRefusal(of: Array(right.prefix(count)), by: company.honest, as: .malformed(.truncated))
        }
    }

    @Test func refusesALengthThatIsLongerThanItNeedsToBeOrHasNoForm() throws {
        let company = try Company()
        let right = try message(of: company)
        // The group ID's length, after version and wire format.
        #expect(right[4] == 32)
        let forms: [([UInt8], CodecError)] = [
            ([0x40, 32], .nonMinimalLength), ([0x80, 0, 0, 32], .nonMinimalLength), ([0xC0], .reservedLengthForm),
            ([0xFF, 0, 0, 0, 0, 0, 0, 32], .reservedLengthForm), ([0xBF, 0xFF, 0xFF, 0xFF], .truncated),
        ]
        for (length, error) in forms {
            let wrong = right[..<4] + length + right[5...]
            try expectRefusal(of: Array(wrong), by: company.honest, as: .malformed(error))
        }
    }

    @Test func refusesAnotherVersionOrWireFormat() throws {
        let company = try Company()
        let right = try message(of: company)
        for (place, value) in [(1, 0), (1, 2), (0, 1), (3, 0), (3, 6), (2, 1)] {
            var wrong = right
            wrong[place] = UInt8(value)
            try expectRefusal(of: wrong, by: company.honest, as: .malformed(.invalidValue))
        }
    }

    @Test func refusesAPresenceThatIsNeitherZeroNorOne() throws {
        let company = try Company()
        let signed = try company.rogue.signed(.commit(Commit(proposals: [], path: nil)), as: .publicMessage)
        let right = try company.rogue.publicMessage(signed.confirmed(by: [UInt8](repeating: 0, count: 32)))
        let place = 4 + signed.content.bytes.count - 1
        #expect(right[place] == 0)
        var wrong = right
        wrong[place] = 2
        try expectRefusal(of: wrong, by: company.honest, as: .malformed(.invalidValue))
    }

    @Test func refusesAProposalOfAnUnknownType() throws {
        let company = try Company()
        let right = try message(of: company)
        let place = 4 + 1 + 32 + 8 + 5 + 1 + 1
        #expect(Array(right[place..<(place + 2)]) == [0, 3])
        for type in [0, 8, 0x0A0A, 0xF000] as [UInt16] {
            var wrong = right
            wrong[place] = UInt8(type >> 8)
            wrong[place + 1] = UInt8(type & 0xFF)
            try expectRefusal(of: wrong, by: company.honest, as: .malformed(.invalidValue))
        }
    }

    @Test func refusesACredentialOfAnUnknownType() throws {
        let right = try Player("newcomer").bundle().keyPackage.encoded()
        let identity = Array("newcomer".utf8)
        let place = try #require(right.indices.first { right[$0...].starts(with: [0, 1, 8] + identity) })
        var wrong = right
        wrong[place + 1] = 3
        #expect(throws: CodecError.invalidValue) { try KeyPackage(decoding: wrong) }
    }

    @Test func refusesWhatIsNoMessageForAGroup() throws {
        let company = try Company()
        let bundle = try Player("newcomer").bundle()
        try expectRefusal(of: bundle.message(), by: company.honest, as: .unsupported)
        try expectRefusal(of: company.honest.groupInfo(), by: company.honest, as: .unsupported)
        #expect(throws: MLSError.unsupported) { try Group(joining: bundle.message(), with: bundle) }
        #expect(throws: MLSError.unsupported) {
            try Group.joinByExternalCommit(bundle.message(), as: Player("x").client)
        }
    }

    @Test func refusesAKeyPackageOfAnotherVersionThanItsMessage() throws {
        let player = Player("newcomer")
        let package = try player.bundle().keyPackage
            .changed(version: ProtocolVersion(rawValue: 2), signedBy: player.key, player.suite)
        let message = try MLSMessage.keyPackage(package).serialized()
        #expect(throws: MLSError.invalid(.keyPackageMessageVersion)) { try MLSMessage(received: message) }
    }

    @Test func refusesExtensionsOfTheGroupThatAreNotWhatTheyAreCalled() throws {
        let company = try Company()
        for type in [ExtensionType.requiredCapabilities, .externalSenders] {
            let extensions = Extensions([Extension(type: type, data: [0xFF])])
            let change = Proposal.groupContextExtensions(GroupContextExtensions(extensions: extensions))
            try expectRefusal(
                of: company.rogue.proposal(change), by: company.honest, as: .malformed(.reservedLengthForm))
        }
    }
}
