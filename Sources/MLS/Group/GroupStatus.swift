/// Whether a group can still be used.
public enum GroupStatus: Hashable, Sendable {
    case active
    /// Its members go on in another group, which begins with these parameters (RFC 9420 §11.2). Nothing is sent or
    /// committed here any more.
    case reinitialised(ReInit)
    /// This member isn't one any more. All secrets are gone, but for keys of late messages of as many epochs as
    /// ``GroupConfiguration/pastEpochs`` says: they stay until the group is dropped.
    case removed
}
