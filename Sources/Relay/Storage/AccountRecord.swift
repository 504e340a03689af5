package import Identity

package struct AccountRecord: Hashable, Sendable {
    package let row: AccountRow
    package let identity: IdentityKey
    package let name: AtName?

    package init(row: AccountRow, identity: IdentityKey, name: AtName?) {
        self.row = row
        self.identity = identity
        self.name = name
    }
}
