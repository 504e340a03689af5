import Noise
import Testing

struct PatternTests {
    @Test func allPatternsOfTheRevisionAreThere() {
        #expect(HandshakePattern.all.count == 3 + 12 + 23)
        #expect(Set(HandshakePattern.all.map(\.name)).count == 38)
        #expect(HandshakePattern.all.count { $0.isOneWay } == 3)
        #expect(HandshakePattern.all.count { $0.name.contains("1") } == 23)
    }

    @Test(arguments: HandshakePattern.all) func followsFromItsNameByTheDerivationRules(_ pattern: HandshakePattern) {
        var derivation = PatternDerivation(name: pattern.name)
        #expect([pattern.initiatorPreMessage, pattern.responderPreMessage] == derivation.preMessages)
        #expect(pattern.messages == derivation.messages())
    }

    @Test(arguments: HandshakePattern.all) func isValidWithEveryPreSharedKeyModifier(_ pattern: HandshakePattern) {
        #expect(pattern.modified.count == 1 << (pattern.messages.count + 1))
        for pattern in pattern.modified { #expect(PatternValidity.brokenRule(of: pattern) == nil, "\(pattern.name)") }
    }

    @Test func theRulesThemselvesRefuseInvalidPatterns() {
        #expect(PatternValidity.brokenRule([], [], [[.e, .es]])?.hasPrefix("1") == true)
        #expect(PatternValidity.brokenRule([], [], [[.e], [.e, .ee], [.e]])?.hasPrefix("2") == true)
        #expect(PatternValidity.brokenRule([.s], [], [[.s]])?.hasPrefix("2") == true)
        #expect(PatternValidity.brokenRule([], [], [[.e], [.e, .ee], [.ee]])?.hasPrefix("3") == true)
        #expect(PatternValidity.brokenRule([.s], [.s], [[.e, .ss]])?.hasPrefix("4") == true)
        #expect(PatternValidity.brokenRule([], [.s], [[.e, .es], [.e]])?.hasPrefix("4") == true)
        #expect(PatternValidity.brokenRule([.s], [], [[.e], [.e, .se]])?.hasPrefix("4") == true)
        #expect(PatternValidity.brokenRule([.s], [.s], [[.e, .es, .ss], [.e, .ee]])?.hasPrefix("4") == true)
        #expect(PatternValidity.brokenRule([], [], [[.psk, .s], [.e]])?.hasPrefix("§9.3") == true)
        #expect(PatternValidity.brokenRule([], [], [[.psk, .e], [.s]])?.hasPrefix("§9.3") == true)
    }

    @Test func modifiersStandWhereTheSpecificationShowsThem() throws {
        #expect(try HandshakePattern(name: "NNpsk0").messages == [[.psk, .e], [.e, .ee]])
        #expect(try HandshakePattern(name: "Xpsk1").messages == [[.e, .es, .s, .ss, .psk]])
        #expect(try HandshakePattern(name: "XXpsk3").messages == [[.e], [.e, .ee, .s, .es], [.s, .se, .psk]])
        #expect(try HandshakePattern(name: "IKpsk1").messages == [[.e, .es, .s, .ss, .psk], [.e, .ee, .se]])
        let both = try HandshakePattern(name: "XXpsk0+psk3")
        #expect(both.messages == [[.psk, .e], [.e, .ee, .s, .es], [.s, .se, .psk]])
        #expect(both.preSharedKeyCount == 2)
        #expect(try HandshakePattern.xx.withPreSharedKeys(at: [0, 3]) == both)
        #expect(try HandshakePattern.xx.withPreSharedKeys(at: []) == .xx)
    }
}
