/// BLAKE2b-256 of a hello's bytes: with the line key, what a relay remembers a verified hello by.
package struct HelloHash: Hashable, Sendable {
    package let bytes: [UInt8]

    init(of hello: [UInt8]) { bytes = Domain.hello.digest(of: hello) }
}
