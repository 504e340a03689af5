import FuzzSupport
import MLS
import Sodium
import TLSCodec

enum WelcomeFuzz {
    static func decodeWelcome(_ bytes: [UInt8]) {
        guard let welcome = try? Welcome(decoding: bytes) else { return }
        expect((try? welcome.encoded()) == bytes, "a Welcome has two encodings")
    }

    static func decodeGroupSecrets(_ bytes: [UInt8]) {
        guard let secrets = try? GroupSecrets(decoding: bytes.span), let encoded = try? secrets.encoded() else {
            return
        }
        expect(encoded.withBytes { ConstantTime.areEqual($0, bytes.span) }, "group secrets have two encodings")
    }

    static func decodeGroupInfo(_ bytes: [UInt8]) {
        guard let info = try? GroupInfo(decoding: bytes) else { return }
        expect((try? info.encoded()) == bytes, "a GroupInfo has two encodings")
        let signed = try? info.toBeSigned()
        expect(signed.map { bytes.starts(with: $0) } ?? false, "a GroupInfo signs something else")
        for list in [info.extensions, info.groupContext.extensions] {
            check(try? list.ratchetTree(), list[.ratchetTree])
            check(try? list.requiredCapabilities(), list[.requiredCapabilities])
            check(try? list.externalPub(), list[.externalPub])
            check(try? list.externalSenders(), list[.externalSenders])
            check(try? list.applicationID(), list[.applicationID])
        }
    }

    private static func check(_ value: (some TLSCodable)?, _ data: [UInt8]?) {
        guard let value else { return }
        expect((try? value.encoded()) == data, "an extension has two encodings")
    }
}
