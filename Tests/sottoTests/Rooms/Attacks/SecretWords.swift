import Foundation
import TestSupport

/// Words, as they would look wherever somebody kept them.
struct SecretWords {
    private let forms: [(name: String, bytes: [UInt8])]

    init(_ words: String) {
        let bytes = Array(words.utf8)
        var forms: [(name: String, bytes: [UInt8])] = [
            ("UTF-8", bytes), ("reversed", bytes.reversed()),
            ("UTF-16LE", Array(words.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            ("UTF-16BE", Array(words.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
            ("hex", Array(bytes.hex.utf8)), ("HEX", Array(bytes.hex.uppercased().utf8)),
        ]
        for place in 0..<3 {
            let base64 = Self.base64(bytes, place: place)
            forms.append(("base64 from \(place)", Array(base64.utf8)))
            let other = base64.replacing("+", with: "-").replacing("/", with: "_")
            if other != base64 { forms.append(("base64url from \(place)", Array(other.utf8))) }
        }
        self.forms = forms
    }

    /// The digits that depend on these bytes alone, where `place` others stand before them.
    private static func base64(_ bytes: [UInt8], place: Int) -> String {
        let padded = [UInt8](repeating: 0, count: place) + bytes
        let whole = padded.prefix(padded.count / 3 * 3)
        return String(Data(whole).base64EncodedString().dropFirst(place == 0 ? 0 : 4))
    }

    /// The forms in which they stand somewhere in `place`.
    func found(in place: [UInt8]) -> [String] { forms.filter { Self.stands($0.bytes, in: place) }.map(\.name) }

    /// As fast as the system looks for a byte: a relay's memory is looked through for each form.
    private static func stands(_ form: [UInt8], in place: [UInt8]) -> Bool {
        guard let first = form.first, place.count >= form.count else { return false }
        return place.withUnsafeBytes { place in
            form.withUnsafeBytes { form in
                guard let start = place.baseAddress, let wanted = form.baseAddress else { return false }
                var offset = 0
                while offset <= place.count - form.count,
                    let found = memchr(start + offset, Int32(first), place.count - form.count + 1 - offset)
                {
                    if memcmp(found, wanted, form.count) == 0 { return true }
                    offset = UnsafeRawPointer(found) - start + 1
                }
                return false
            }
        }
    }
}
