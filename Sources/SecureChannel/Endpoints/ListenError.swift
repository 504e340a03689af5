package import NIOCore

/// An address that a relay can't have.
package struct ListenError: Error {
    package let address: SocketAddress
    /// What NIO says of it.
    package let why: any Error

    package init(address: SocketAddress, why: any Error) {
        self.address = address
        self.why = why
    }
}
