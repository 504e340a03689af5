/// The Ed25519 public key of an invite link. Who holds the link signs with its secret half.
package struct LinkKey: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
