import HPKE
public import Sodium

extension Group {
    /// The epoch's `external_pub` (RFC 9420 §8): what others seal to all members with, who don't know who they are. It is
    /// made anew each time it is asked for, and costs as much as any key pair.
    ///
    /// - Throws: ``MLSError/removed``.
    public var externalKey: HPKEPublicKey {
        get throws(MLSError) {
            guard let member = epoch.member else { throw .removed }
            return HPKEPublicKey(member.schedule.externalKey().publicKey)
        }
    }

    /// Opens what ``HPKEPublicKey/seal(_:info:authenticating:for:random:)`` sealed to the current epoch's
    /// ``externalKey``: every member can, nobody after the commit that ends the epoch. Who sealed it it doesn't say.
    ///
    /// - Throws: ``MLSError/doesNotOpen`` for another epoch, info or associated data, ``MLSError/malformed(_:)``,
    ///   ``MLSError/reservedInfo``, ``MLSError/removed``.
    public func openAtExternalKey(
        _ sealed: [UInt8], info: [UInt8], authenticating associatedData: [UInt8] = []
    ) throws(MLSError) -> Secret {
        guard let member = epoch.member else { throw .removed }
        return try cipherSuite.open(
            sealed, with: member.schedule.externalKey(), info: ApplicationInfo(info), authenticating: associatedData)
    }
}
