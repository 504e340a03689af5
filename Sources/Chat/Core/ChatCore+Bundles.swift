import MLS
import RelayClient
import RelayProtocol
import Sodium

extension ChatCore {
    /// Whether anything is left by which others can add this device: asked for with every new line.
    mutating func checkBundles(_ step: inout ChatStep) {
        for suite in Self.offeredSuites {
            let number = CipherSuiteNumber(rawValue: suite.rawValue)
            ask(.plain(.countKeyPackages(CountKeyPackages(suite: number))), for: .countBundles(suite), &step)
        }
    }

    mutating func counted(
        _ suite: CipherSuite, _ answer: Result<RelayAnswer, RelayClientError>, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard case .success(.keyPackageCount(let count)) = answer,
            count.count < Self.bundlesMin || !count.hasLastResort, try mayPublish(suite, step)
        else { return }
        var packages: [KeyPackageBytes] = []
        for _ in 0..<RelayProtocolLimits.keyPackagesMax {
            packages.append(try published(suite, isLastResort: false, &step))
        }
        let publish = PublishKeyPackages(
            suite: CipherSuiteNumber(rawValue: suite.rawValue), packages: packages,
            lastResort: try published(suite, isLastResort: true, &step))
        ask(.plain(.publishKeyPackages(publish)), for: .publish(suite), &step)
    }

    /// Kept before it is published.
    private func published(
        _ suite: CipherSuite, isLastResort: Bool, _ step: inout ChatStep
    ) throws(ChatStorageError) -> KeyPackageBytes {
        let bundle = try newBundle(suite, isLastResort: isLastResort, &step)
        do throws(MLSError) { return KeyPackageBytes(try bundle.message()) } catch { throw .failed }
    }

    func newBundle(
        _ suite: CipherSuite, isLastResort: Bool, _ step: inout ChatStep
    ) throws(ChatStorageError) -> KeyPackageBundle {
        let bundle: KeyPackageBundle
        let secret: SecretBytes
        do throws(MLSError) {
            bundle = try client.keyPackage(suite, now: step.now, random: random)
            secret = try bundle.serialized()
        } catch { throw .failed }
        try step.transaction.put(secret, at: .bundle(bundle.reference, isLastResort: isLastResort))
        try noteBundle(bundle.reference, isLastResort: isLastResort, step)
        return bundle
    }

    func bundle(
        _ reference: KeyPackageRef, _ step: ChatStep
    ) throws(ChatStorageError) -> (bundle: KeyPackageBundle, isLastResort: Bool)? {
        for isLastResort in [false, true] {
            guard let row = try step.transaction.row(.bundle(reference, isLastResort: isLastResort)) else { continue }
            let bundle = try row.withBytes { (bytes) throws(ChatStorageError) in
                do throws(MLSError) { return try KeyPackageBundle(restoring: bytes) } catch { throw .damaged(.bundles) }
            }
            return (bundle, isLastResort)
        }
        return nil
    }

    static let offeredSuites: [CipherSuite] = [.xWingChaCha20Poly1305, .x25519ChaCha20Poly1305]
    /// Fewer are made up for.
    private static let bundlesMin: UInt16 = 10
}

extension RowKey {
    static func bundle(_ reference: KeyPackageRef, isLastResort: Bool = false) -> RowKey {
        RowKey(.bundles, of: RowScope(reference.bytes), isLastResort ? 1 : 0)
    }
}
