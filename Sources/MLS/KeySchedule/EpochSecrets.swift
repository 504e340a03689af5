package import Sodium

/// What protects the messages of one epoch, and nothing else of it: kept beyond the epoch's end as long as its late
/// messages are to be opened, then dropped, and with it every key that is left (RFC 9420 §9.2, §15.3).
package struct EpochSecrets: Sendable {
    package let context: EpochContext
    package let senderData: SenderDataSecret
    let membershipKey: Secret
    package internal(set) var tree: SecretTree

    package init(context: EpochContext, senderDataSecret: Secret, membershipKey: Secret, tree: SecretTree) {
        self.context = context
        senderData = SenderDataSecret(context.suite, senderDataSecret)
        self.membershipKey = membershipKey
        self.tree = tree
    }

    package var suite: CipherSuite { context.suite }
}
