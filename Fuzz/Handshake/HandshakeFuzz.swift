import FuzzEnds
import FuzzSupport
import Identity
import SecureChannel

enum HandshakeFuzz {
    private static let limits = MessageLimits { _ in 0 }
    private static let message1ByteCount = 2 + 48
    private static let message2ByteCount = 2 + 96

    /// A relay answers a whole message 1 with message 2, and everything else with silence. A silent one wants mac1.
    static func relayReceivesAnything(_ input: inout FuzzInput) throws {
        let (isSilent, isMac1Right, cuts) = (input.flag(), input.flag(), Cuts(&input))
        var bytes = input.rest()
        if isMac1Right, bytes.count >= message1ByteCount {
            let mac1 = Mac1(relayKey: LineEnds.pin).mac(of: Array(bytes[2..<34]))
            bytes.replaceSubrange(34..<50, with: mac1)
        }
        let ends = try LineEnds(hello: [], isSilent: isSilent, limits: limits)
        ends.relay.receive(cuts.pieces(of: bytes))
        let answer = ends.relay.sent()
        expect(answer.isEmpty || answer.count == message2ByteCount, "\(answer.count) bytes answered")
        if !answer.isEmpty {
            expect(bytes.starts(with: [0, 48]) && bytes.count >= message1ByteCount, "an answer to no message 1")
            expect(isMac1Right || !isSilent, "a silent relay answered without mac1")
        }
        expect(ends.relay.seen.peer == nil, "a line without a handshake")
        ends.close()
    }

    /// A client that gets no true message 2 never says who it is.
    static func clientReceivesAnything(_ input: inout FuzzInput) throws {
        let cuts = Cuts(&input)
        let ends = try LineEnds(hello: [], limits: limits)
        expect(ends.client.sent().count == message1ByteCount, "another message 1")
        ends.client.receive(cuts.pieces(of: input.rest()))
        expect(ends.client.sent().isEmpty && ends.client.seen.peer == nil, "a client fell for a relay without a key")
        ends.close()
    }

    /// Two ends agree on one session, or there is no line at the relay.
    static func messagesAreChanged(_ input: inout FuzzInput) throws {
        let (isSilent, cuts) = (input.flag(), Cuts(&input))
        let flips = (Flip(&input), Flip(&input), Flip(&input))
        let ends = try LineEnds(hello: try Person.ann.hello().encoded, isSilent: isSilent, limits: limits)
        var isChanged = false
        for (sender, receiver, flip) in [
            (ends.client, ends.relay, flips.0), (ends.relay, ends.client, flips.1), (ends.client, ends.relay, flips.2),
        ] {
            let message = sender.sent()
            if flip.place(in: message) != nil { isChanged = true }
            receiver.receive(cuts.pieces(of: flip.applied(to: message)))
        }
        expect((ends.relay.seen.peer == nil) == isChanged, "changed: \(isChanged)")
        if !isChanged {
            let (here, there) = (ends.client.seen.peer, ends.relay.seen.peer)
            expect(here?.handshakeHash == there?.handshakeHash, "two sessions")
            ends.client.receive(cuts.pieces(of: ends.relay.sent()))
            expect(ends.client.seen.events == [.accepted], "\(ends.client.seen.events)")
        }
        ends.close()
    }

    /// A proven line key and a hello of any bytes: only the right one is let in.
    static func clientSaysAnything(_ input: inout FuzzInput) throws {
        let good = try Person.ann.hello().encoded
        let flip = Flip(&input)
        let given = input.rest()
        let hello = given.isEmpty ? flip.applied(to: good) : given
        let ends = try LineEnds(hello: hello, limits: limits)
        ends.relay.receive([ends.client.sent()])
        ends.client.receive([ends.relay.sent()])
        ends.relay.receive([ends.client.sent()])
        let isLetIn = ends.relay.seen.peer != nil
        if hello == good { expect(isLetIn, "a good hello wasn't let in") }
        if given.isEmpty, hello != good { expect(!isLetIn, "a changed hello was let in") }
        expect(isLetIn || ends.relay.sent().isEmpty, "a refused stranger got an answer")
        ends.close()
    }
}
