/// What is wrong with a request, apart from what MLS says.
enum PeerError: Error {
    case notHexadecimal
    case missingField
    case noGroup
    case nothingStaged
    case noSuchSuite
    case notForUs
}
