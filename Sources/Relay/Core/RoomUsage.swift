/// What a room stores, by account, in ``NewEntry/chargedBytes``.
package struct RoomUsage: Hashable, Sendable {
    package private(set) var total: Int
    private var byAccount: [AccountRow: Int]

    package init(_ byAccount: [AccountRow: Int]) {
        self.byAccount = byAccount.filter { $0.value > 0 }
        total = self.byAccount.values.reduce(0) { $0.addingClamped($1) }
    }

    package var accountCount: Int { byAccount.count }

    package func bytes(of account: AccountRow) -> Int { byAccount[account] ?? 0 }

    package mutating func add(_ byteCount: Int, to account: AccountRow) {
        byAccount[account] = bytes(of: account).addingClamped(byteCount)
        total = total.addingClamped(byteCount)
    }
}
