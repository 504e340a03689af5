/// "HPKE-v1" with a suite's name, as every labelled derivation has it in front of its label (RFC 9180 §4, §5.1).
enum SuiteID {
    static func prefix(_ kem: KEM) -> [UInt8] { Array("HPKE-v1KEM".utf8) + bytes(kem.rawValue) }

    static func prefix(_ suite: HPKESuite) -> [UInt8] {
        Array("HPKE-v1HPKE".utf8) + bytes(suite.kem.rawValue) + bytes(suite.kdf.rawValue) + bytes(suite.aead.rawValue)
    }

    /// I2OSP(value, 2).
    static func bytes(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xff)] }
}
