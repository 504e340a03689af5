package import Sodium

/// What a member learns from another's path.
package struct OpenedPath: Sendable {
    /// The member's keys afterwards; none of those that were replaced.
    package let privatePath: PrivatePath
    /// What goes into the new epoch's secrets (§12.4.2).
    package let commitSecret: Secret
}
