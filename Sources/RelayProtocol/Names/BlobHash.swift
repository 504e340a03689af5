/// BLAKE2b-256 of a public state's blob, by which a Welcome names it.
package struct BlobHash: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
