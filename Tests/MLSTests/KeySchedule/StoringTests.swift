import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

struct StoringTests {
    @Test(arguments: CipherSuite.all) func aStoredStateGoesOnAsTheOneItWas(_ suite: CipherSuite) throws {
        let epoch = try SealingEpoch(suite, memberCount: 6)
        var random = SeededRandom.announced()
        var sender = epoch.secrets
        var receiver = epoch.secrets
        var stored = epoch.secrets
        var messages: [PrivateMessage] = []
        for number in 0..<60 {
            let index = Int(random.next() % 6)
            messages.append(try epoch.seal([UInt8(number)], from: index, with: &sender))
            guard random.next() % 3 == 0 else { continue }
            for message in messages.shuffled(using: &random).prefix(2) {
                let opened = try? epoch.open(message, with: &receiver).content
                #expect(try epoch.open(message, with: &stored).content == opened)
                messages.removeAll { $0 == message }
            }
            #expect(stored.stored == receiver.stored)
            stored = try EpochSecrets(storing: stored)
            sender = try EpochSecrets(storing: sender)
        }
        #expect(stored.stored == receiver.stored)
        #expect(stored.epochPart().copied == receiver.epochPart().copied)
    }

    @Test func whatChangesWithAMessageIsLittle() throws {
        let epoch = try SealingEpoch(memberCount: 1024)
        var sender = epoch.secrets
        _ = try epoch.seal([1], from: 500, with: &sender)
        // Ten copath secrets and two ratchets.
        #expect(sender.stored.count < 600)
        for _ in 0..<100 { _ = try epoch.seal([1], from: 500, with: &sender) }
        #expect(sender.stored.count < 600)
    }

    @Test func shortenedStatesAreRefused() throws {
        let epoch = try SealingEpoch()
        var state = epoch.secrets
        let messages = try (0..<4).map { _ in try epoch.seal([1], from: 2, with: &state) }
        var receiver = epoch.secrets
        _ = try epoch.open(messages[3], with: &receiver)
        let (epochPart, messagePart) = (receiver.epochPart().copied, receiver.stored)
        for count in 0..<epochPart.count {
            #expect(throws: MLSError.self) {
                _ = try EpochSecrets(epochPart: Array(epochPart.prefix(count)), messagePart: messagePart)
            }
        }
        for count in 0..<messagePart.count {
            #expect(throws: MLSError.self) {
                _ = try EpochSecrets(epochPart: epochPart, messagePart: Array(messagePart.prefix(count)))
            }
        }
        #expect(throws: MLSError.malformed(.trailingBytes)) {
            _ = try EpochSecrets(epochPart: epochPart, messagePart: messagePart + [0])
        }
        #expect(throws: MLSError.malformed(.trailingBytes)) {
            _ = try EpochSecrets(epochPart: epochPart + [0], messagePart: messagePart)
        }
    }

    @Test func aMutatedStateNeverTraps() throws {
        var random = SeededRandom.announced()
        let epoch = try SealingEpoch()
        var sender = epoch.secrets
        let messages = try (0..<6).map { _ in try epoch.seal([1], from: 2, with: &sender) }
        var receiver = epoch.secrets
        _ = try epoch.open(messages[3], with: &receiver)
        let (epochPart, messagePart) = (receiver.epochPart().copied, receiver.stored)
        for _ in 0..<2000 {
            var parts = [epochPart, messagePart]
            let which = Int(random.next() % 2)
            let place = Int(random.next() % UInt64(parts[which].count))
            parts[which][place] = UInt8(truncatingIfNeeded: random.next())
            guard var state = try? EpochSecrets(epochPart: parts[0], messagePart: parts[1]) else { continue }
            let limits = RatchetLimits(generationsAheadMax: 10)
            for message in messages { _ = try? epoch.open(message, with: &state, limits: limits) }
            _ = try? epoch.seal([1], from: 3, with: &state)
        }
    }

    @Test func theKeyScheduleComesBack() throws {
        let epoch = try SealingEpoch()
        let started = EpochSecret(epoch.suite, random: .system).start(epoch.context, leafCount: .one)
        let schedule = started.schedule
        var writer = SecretWriter()
        schedule.encode(into: &writer)
        let bytes = writer.finish().copied
        let again = try KeySchedule(epoch.suite, decoding: bytes.span)
        #expect(again.initSecret.isEqual(to: schedule.initSecret))
        #expect(again.exporterSecret.isEqual(to: schedule.exporterSecret))
        #expect(again.externalSecret.isEqual(to: schedule.externalSecret))
        #expect(again.resumptionPSK.isEqual(to: schedule.resumptionPSK))
        #expect(again.epochAuthenticator == schedule.epochAuthenticator)
        for count in 0..<bytes.count {
            #expect(throws: MLSError.self) {
                let shorter = Array(bytes.prefix(count))
                _ = try KeySchedule(epoch.suite, decoding: shorter.span)
            }
        }
    }
}
