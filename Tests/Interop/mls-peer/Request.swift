import MLS

/// One line of standard input. Which fields a command reads stands at its verb in `Member`.
struct Request: Decodable {
    enum Command: String, Decodable {
        case reopen, create, join, commit, merge, discard, propose, process, seal, export, group, restart
        case keyPackage = "key_package"
        case joinExternally = "join_externally"
        case groupInfo = "group_info"
    }

    enum Kind: String, Decodable {
        case add, remove, update
        case resumptionPSK = "resumption_psk"
        case requiredCapabilities = "required_capabilities"
    }

    enum Grease: String, Decodable { case capabilities, leaf }

    enum Framing: String, Decodable { case `public`, `private` }

    let `do`: Command
    var grease: Grease?
    var group: Bytes?
    var welcome: Bytes?
    var tree: Bytes?
    var groupInfo: Bytes?
    var withTree: Bool?
    var add: [Bytes]?
    var remove: [UInt32]?
    var path: Bool?
    var treeInWelcome: Bool?
    var framing: Framing?
    var kind: Kind?
    var keyPackage: Bytes?
    var leaf: UInt32?
    var epoch: UInt64?
    var credentials: [UInt16]?
    var message: Bytes?
    var data: Bytes?
    var authenticatedData: Bytes?
    var padding: Int?
    var label: String?
    var context: Bytes?
    var length: Int?
}

extension Optional {
    /// The field, which this command needs.
    func given() throws -> Wrapped {
        guard let self else { throw PeerError.missingField }
        return self
    }

    func or(_ standard: Wrapped) -> Wrapped { self ?? standard }
}

extension Request.Framing {
    var format: HandshakeFormat { self == .public ? .publicMessage : .privateMessage }
}
