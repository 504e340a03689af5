package import MLS
package import Sodium

extension RoomClient {
    /// A key package by which this device is added to rooms.
    package func keyPackage(
        _ suite: CipherSuite, now: UnixTime, random: RandomSource = .system
    ) throws(MLSError) -> KeyPackageBundle {
        try KeyPackageBundle(of: client, cipherSuite: suite, now: now, random: random)
    }
}
