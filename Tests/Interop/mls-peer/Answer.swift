/// One line of standard output: what the command made, or why it was refused.
struct Answer: Encodable {
    struct Member: Encodable {
        let leaf: UInt32
        let identity: Bytes
    }

    var error: String?
    var keyPackage: Bytes?
    var commit: Bytes?
    var welcome: Bytes?
    var tree: Bytes?
    var groupInfo: Bytes?
    var proposal: Bytes?
    var message: Bytes?
    var kind: String?
    var data: Bytes?
    var secret: Bytes?
    var epoch: UInt64?
    var epochAuthenticator: Bytes?
    var members: [Member]?
}
