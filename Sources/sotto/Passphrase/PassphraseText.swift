import Identity
import Sodium

/// What a passphrase is: 1 to 1,024 bytes, put into Unicode's composed form (NFC) where they are UTF-8, for the same
/// letters come in other bytes from other keyboards and systems. What isn't UTF-8 is taken as it is.
enum PassphraseText {
    /// - Returns: nothing for an empty line or a longer one.
    static func secret(_ line: Secret) -> Secret? {
        guard (1...HomeLimits.passphraseByteCountMax).contains(line.byteCount) else { return nil }
        return line.withBytes { bytes in
            var isASCII = true
            for index in bytes.indices where bytes[index] >= 0x80 { isASCII = false }
            if isASCII { return line }
            var copy: [UInt8] = []
            for index in bytes.indices { copy.append(bytes[index]) }
            guard let text = String(validating: copy, as: UTF8.self) else { return line }
            return Secret(copying: Array(ComposedText.form(of: text).utf8))
        }
    }
}
