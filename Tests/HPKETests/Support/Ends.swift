import HPKE

/// Both ends of one context.
struct Ends: ~Copyable {
    var sender: SenderContext
    var recipient: RecipientContext

    init(_ suite: HPKESuite, psk: PSK? = nil) throws {
        let key = KEMSecretKey.random(suite.kem)
        let sender = try suite.setupSender(to: key.publicKey, info: [9].span, psk: psk)
        let encapsulation = sender.encapsulation
        let recipient = try suite.setupRecipient(
            encapsulation: encapsulation.span, with: key, info: [9].span, psk: psk)
        self.sender = sender
        self.recipient = recipient
    }
}
