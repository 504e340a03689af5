/// Finds the key with which a member or an external sender signs; `nil` if there is no such sender, or its leaf is
/// blank. Asked for those two kinds only: who isn't in the group yet brings its key along.
package typealias SignatureKeys = (Sender) throws(MLSError) -> SignaturePublicKey?
