import MLS
import RelayClient
import RelayProtocol

// Secrets of key packages go when they are used, when nobody can use them any more, and where there are too many.
extension ChatCore {
    func noteBundle(
        _ reference: KeyPackageRef, isLastResort: Bool, _ step: ChatStep
    ) throws(ChatStorageError) {
        var list = try step.transaction.record(BundleList.self, .bundleList) ?? BundleList()
        list.bundles.append(BundleRecord(reference, isLastResort: isLastResort, madeAtSeconds: step.now.seconds))
        let gone = list.dropSurplus(nowSeconds: step.now.seconds)
        for bundle in gone { try step.transaction.delete(.bundle(bundle)) }
        try step.transaction.put(list, at: .bundleList)
    }

    /// One that was used, or that nobody shall use.
    func dropBundle(_ reference: KeyPackageRef, _ step: ChatStep) throws(ChatStorageError) {
        try step.transaction.delete(.bundle(reference))
        guard var list = try step.transaction.record(BundleList.self, .bundleList) else { return }
        list.bundles.removeAll { $0.reference == reference.bytes && !$0.isLastResort }
        try step.transaction.put(list, at: .bundleList)
    }

    /// Not again and again, whatever a relay says of how many it has.
    func mayPublish(_ suite: CipherSuite, _ step: ChatStep) throws(ChatStorageError) -> Bool {
        let key = RowKey.published(suite)
        let last = try step.transaction.record(EntryNumber.self, key)?.rawValue ?? 0
        let now = step.now.seconds
        return last == 0 || now < last || now - last >= ChatLimits.publishingPauseSeconds
    }

    func published(
        _ suite: CipherSuite, _ answer: Result<RelayAnswer, RelayClientError>, _ step: ChatStep
    ) throws(ChatStorageError) {
        guard case .success = answer else { return }
        try step.transaction.put(EntryNumber(step.now.seconds), at: .published(suite))
    }
}

extension BundleList {
    /// - Returns: what goes: whatever is too old to be used by anybody, and the oldest beyond a number.
    fileprivate mutating func dropSurplus(nowSeconds: UInt64) -> [BundleRecord] {
        var gone = bundles.filter { bundle in
            bundle.madeAtSeconds < nowSeconds && nowSeconds - bundle.madeAtSeconds > Self.usableSeconds
        }
        bundles.removeAll(where: gone.contains)
        let surplus = max(0, bundles.count - ChatLimits.bundlesMax)
        gone += bundles.prefix(surplus)
        bundles.removeFirst(surplus)
        return gone
    }

    /// A key package lasts for 84 days; its Welcome may lie in the inbox for 30 more.
    private static let usableSeconds: UInt64 = (84 + 30) * 24 * 60 * 60
}

extension RowKey {
    static let bundleList = RowKey(.values, of: RowScope(Array("key packages".utf8)))

    fileprivate static func bundle(_ record: BundleRecord) -> RowKey {
        .bundle(KeyPackageRef(record.reference), isLastResort: record.isLastResort)
    }

    fileprivate static func published(_ suite: CipherSuite) -> RowKey {
        RowKey(.values, of: RowScope(Array("key packages published".utf8)), UInt64(suite.rawValue))
    }
}
