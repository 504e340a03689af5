import HPKE
import Sodium

extension CipherSuite {
    package func hash(_ bytes: Span<UInt8>) -> [UInt8] { SHA256.hash(bytes) }

    /// RefHash (RFC 9420 §5.2). The label stands as it is: unlike the others' it brings its own "MLS 1.0 ".
    package func refHash(_ label: String, _ value: Span<UInt8>) -> [UInt8] {
        var input: [UInt8] = []
        input.append(opaque: Array(label.utf8).span)
        input.append(opaque: value)
        return hash(input.span)
    }

    /// HMAC with the suite's hash (RFC 9420 §5.1).
    package func mac(key: Span<UInt8>, _ message: Span<UInt8>) -> [UInt8] {
        HMACSHA256.tag(key: key, message)
    }

    /// Whether `tag` is the message's MAC. A tag of a wrong length isn't; the time tells nothing else about it.
    package func isValidMAC(_ tag: Span<UInt8>, key: Span<UInt8>, _ message: Span<UInt8>) -> Bool {
        let expected = mac(key: key, message)
        return ConstantTime.areEqual(tag, expected.span)
    }
}
