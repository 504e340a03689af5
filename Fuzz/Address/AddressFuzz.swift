import FuzzSupport
import Identity

enum AddressFuzz {
    static func address(_ text: String) {
        guard let address = try? RelayAddress(text) else { return }
        expect(text.utf8.count <= RelayAddress.textByteCountMax, "an address of \(text.utf8.count) bytes")
        expect(isPrintable(address.hostAndPort), "\(address.hostAndPort.debugDescription)")
        let again = try? RelayAddress(address.hostAndPort)
        expect(again?.host == address.host && again?.port == address.port, "\(address) reads back as another place")
        guard let line = address.inviteLine else { return }
        expect((try? RelayAddress(line)) == address, "\(line) reads back as another address")
        // One way to write an invite line, but for the letters of the host.
        expect(line.utf8.count <= text.utf8.count + 64 && isPrintable(line), "\(line.debugDescription)")
        expect(line.split(separator: "/").last == text.split(separator: "/").last, "\(text) and \(line) differ in key")
    }

    static func host(_ text: String) {
        guard let host = try? RelayAddress.Host(text) else { return }
        expect((try? RelayAddress.Host(host.bracketed)) == host, "\(host) reads back as another host")
        expect(host.text == host.text.lowercased() && isPrintable(host.text), "\(host)")
    }

    static func fingerprint(_ text: String) {
        guard let fingerprint = try? Fingerprint(text) else { return }
        expect(fingerprint.bytes.count == 32, "\(fingerprint.bytes.count) bytes")
        expect((try? Fingerprint(fingerprint.text)) == fingerprint, "\(fingerprint.text) reads back as another")
        let digits = { (text: String) in text.filter { $0 != " " }.lowercased() }
        expect(digits(text) == digits(fingerprint.text), "\(text) and \(fingerprint.text) differ")
    }

    static func atName(_ text: String, _ bytes: [UInt8]) {
        let fromBytes = try? AtName(utf8: bytes)
        if Array(text.utf8) == bytes { expect((try? AtName(text)) == fromBytes, "bytes and text differ") }
        guard let name = fromBytes else { return }
        expect(Array(name.text.utf8) == bytes && bytes.count <= 32 && isPrintable(name.text), "\(name)")
    }

    static func displayName(_ text: String, _ bytes: [UInt8]) {
        let fromBytes = try? DisplayName(utf8: bytes)
        if Array(text.utf8) == bytes { expect((try? DisplayName(text)) == fromBytes, "bytes and text differ") }
        guard let name = fromBytes else { return }
        expect(name.utf8 == bytes && (1...64).contains(bytes.count), "\(name)")
        expect(name.text.unicodeScalars.allSatisfy(isAllowedInNames), "\(name.text.debugDescription)")
    }

    private static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

    private static func isAllowedInNames(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
