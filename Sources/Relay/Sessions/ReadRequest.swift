import Identity
import RelayProtocol

/// A request that changes nothing, with all that is needed to answer it elsewhere than on its line's loop.
struct ReadRequest: Sendable {
    enum Ask: Sendable {
        /// Whether what a hello shows is stored already.
        case login(Hello)
        case lookUp(DirectoryTarget)
        case countKeyPackages(CipherSuiteNumber)
        case fetchPublicState(FetchPublicState, Access)
        case openRoom(OpenRoom, handshakeHash: [UInt8])
        case openLink(OpenLink, handshakeHash: [UInt8])
    }

    /// What the answer also means for the line.
    enum Effect: Sendable {
        case none
        case opens(RoomID, Opening)
        case opensByLink(RoomID, LinkKey)
        /// The hello is stored.
        case isKept(Hello)
        /// It isn't, and must be before its line is started.
        case mustKeep(Hello)
        /// A newer line certificate of its device is: its line isn't started.
        case isSuperseded(Hello)
    }

    let requester: Requester
    let ask: Ask
}
