import MLS
import Testing

@Suite struct PaddingTests {
    @Test func paddedMessagesOfOtherLengthsAreEquallyLong() throws {
        var party = try Party(2)
        var lengths: Set<Int> = []
        for count in [0, 1, 50, 200] {
            let content = [UInt8](repeating: 7, count: count)
            let message = try party.groups[0].seal(content, padding: .multiples(of: 512))
            #expect(try party.groups[1].hear(message).content == content)
            lengths.insert(message.count)
        }
        #expect(lengths.count == 1)
    }

    @Test func aRuleOfTheCallersOwnIsFollowed() throws {
        var party = try Party(2)
        var asked = 0
        let plain = try party.groups[0].seal([1])
        let longer = try party.groups[0].seal([1], padding: Padding { $0 + 10 })
        let shorter = try party.groups[0].seal([1], padding: Padding { _ in .min })
        #expect(longer.count == plain.count + 10 && shorter.count == plain.count)
        for message in [plain, longer, shorter] {
            asked += 1
            #expect(try party.groups[1].hear(message).content == [1], "message \(asked)")
        }
    }

    @Test func handshakesArePaddedAsTheConfigurationSays() throws {
        let configuration = GroupConfiguration(handshakePadding: .multiples(of: 4_096))
        var party = try Party(3, configuration: configuration)
        let small = try party.groups[0].propose(.update(), now: Person.now).message
        let large = try party.groups[0].stageCommit(now: Person.now).message
        #expect(small.count == large.count && small.count > 4_096)
        try party.groups[1].keep(small)
    }

    @Test func messagesArePaddedAsTheConfigurationSaysUnlessToldOtherwise() throws {
        var party = try Party(2, configuration: GroupConfiguration(applicationPadding: .multiples(of: 512)))
        let lengths = try [0, 1, 200].map { try party.groups[0].seal([UInt8](repeating: 7, count: $0)).count }
        #expect(Set(lengths).count == 1 && lengths[0] > 512)
        let bare = try party.groups[0].seal([7], padding: .none)
        #expect(bare.count < 512)
        #expect(try party.groups[1].hear(bare).content == [7])
    }

    @Test func paddingHasALimit() {
        let limit = MLSLimits.paddingByteCountMax
        #expect(Padding { $0 + limit }.paddingByteCount(for: 3) == limit)
        #expect(Padding { $0 + limit + 1 }.paddingByteCount(for: 3) == limit)
        #expect(Padding.multiples(of: 0).paddingByteCount(for: 3) == 0)
        #expect(Padding.multiples(of: .max).paddingByteCount(for: 3) == limit - 3)
        #expect(Padding.multiples(of: 4).paddingByteCount(for: 4) == 0)
    }
}
