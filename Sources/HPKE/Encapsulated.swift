package import Sodium

/// A fresh shared secret and what its recipient needs to find it.
package struct Encapsulated: ~Copyable {
    package let sharedSecret: SecretBytes
    package let encapsulation: [UInt8]
}
