package import Identity
package import RelayProtocol

package struct DeviceRecord: Hashable, Sendable {
    package let row: DeviceRow
    package let key: DeviceKey
    package let account: AccountRow
    /// The newest that its owner has logged in with.
    package let credential: CredentialBytes
    package let credentialSerial: DeviceSerial
    /// The highest of its line certificates.
    package let lineSerial: DeviceSerial
    package let inboxToken: InboxToken?

    package init(
        row: DeviceRow, key: DeviceKey, account: AccountRow, credential: CredentialBytes,
        credentialSerial: DeviceSerial, lineSerial: DeviceSerial, inboxToken: InboxToken?
    ) {
        self.row = row
        self.key = key
        self.account = account
        self.credential = credential
        self.credentialSerial = credentialSerial
        self.lineSerial = lineSerial
        self.inboxToken = inboxToken
    }
}
