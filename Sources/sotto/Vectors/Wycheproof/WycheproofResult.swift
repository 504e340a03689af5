/// What Wycheproof expects of a case.
enum WycheproofResult: String, Decodable, Sendable {
    case valid
    case invalid
    /// Right as arithmetic, but so odd that a library may refuse it.
    case acceptable

    /// Whether an outcome fits, where an acceptable case may be refused, but not computed wrongly.
    ///
    /// - Parameter isRight: nil if the case was refused.
    func allows(_ isRight: Bool?) -> Bool {
        switch self {
        case .valid: isRight == true
        case .invalid: isRight == nil
        case .acceptable: isRight != false
        }
    }
}
