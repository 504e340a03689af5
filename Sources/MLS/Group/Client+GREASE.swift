public import Sodium

extension Client {
    /// The same client with values that mean nothing among its capabilities, and an extension of that kind in its leaf:
    /// who can't ignore them shows at once, and not when something new comes (RFC 9420 §13.5). It makes leaves longer by
    /// some 20 bytes.
    public func greased(random: RandomSource = .system) -> Client {
        let values = random.bytes(count: 5).map { byte in
            // 0x0A0A, 0x1A1A … 0xEAEA.
            UInt16(byte % 15) << 12 | 0x0A00 | UInt16(byte % 15) << 4 | 0x0A
        }
        var greased = self
        let leafExtension = ExtensionType(rawValue: values[1])
        greased.capabilities = Capabilities(
            versions: capabilities.versions, cipherSuites: capabilities.cipherSuites + [values[0]],
            extensions: capabilities.extensions + [leafExtension],
            proposals: capabilities.proposals + [ProposalType(rawValue: values[2])],
            credentials: capabilities.credentials + [CredentialType(rawValue: values[3])])
        if leafExtensions[leafExtension] == nil {
            greased.leafExtensions = Extensions(
                leafExtensions.list + [Extension(type: leafExtension, data: random.bytes(count: Int(values[4] & 7)))])
        }
        return greased
    }
}
