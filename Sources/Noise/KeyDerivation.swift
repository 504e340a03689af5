import Sodium

/// HKDF as Noise uses it (revision 34 §4.3): the outputs of one derivation, one after another.
struct KeyDerivation: ~Copyable {
    private var mac: HMACState

    init(_ hash: HashAlgorithm, chainingKey: borrowing SecretBytes, inputKeyMaterial: Span<UInt8>) {
        var extract = chainingKey.withBytes { HMACState(hash, key: $0) }
        extract.update(inputKeyMaterial)
        mac = extract.finishSecret().withBytes { HMACState(hash, key: $0) }
    }

    mutating func output1() -> SecretBytes { output(number: 1) }

    mutating func output2(after output1: borrowing SecretBytes) -> SecretBytes {
        output1.withBytes { mac.update($0) }
        return output(number: 2)
    }

    mutating func output3(after output2: borrowing SecretBytes) -> SecretBytes {
        output2.withBytes { mac.update($0) }
        return output(number: 3)
    }

    private mutating func output(number: UInt8) -> SecretBytes {
        let number: InlineArray<1, UInt8> = [number]
        mac.update(number.span)
        return mac.finishSecret()
    }
}
