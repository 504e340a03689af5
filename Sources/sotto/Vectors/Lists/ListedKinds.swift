/// The lists that this program understands.
enum ListedKinds {
    /// The kind of a list by the fields of its first case; nil for a list of something else.
    static func kind(with fields: Set<String>) -> (any ListedVector.Type)? {
        all.first { fields.contains($0.field) }
    }

    private static let all: [any ListedVector.Type] = [
        CryptoBasicsVector.self, KeyScheduleVector.self, LengthVector.self, MessageProtectionVector.self,
        MessageVector.self, PassiveClientVector.self, PSKSecretVector.self, SecretTreeVector.self,
        TranscriptHashVector.self, TreeKEMVector.self, TreeMathVector.self, TreeOperationVector.self,
        TreeValidationVector.self, WelcomeVector.self, HPKEVector.self, XWingVector.self,
    ]
}
