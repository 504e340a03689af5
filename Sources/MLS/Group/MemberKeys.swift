/// What in an epoch is a member's own, and what it shares with the others: all secrets but those of messages.
package struct MemberKeys: Sendable {
    package let signatureKey: SignatureSecretKey
    package let path: PrivatePath
    package let schedule: KeySchedule

    package init(signatureKey: SignatureSecretKey, path: PrivatePath, schedule: KeySchedule) {
        self.signatureKey = signatureKey
        self.path = path
        self.schedule = schedule
    }
}
