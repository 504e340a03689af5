/// What a log has been up to one of its entries: two who have equal heads have seen the same.
package struct LogHead: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
