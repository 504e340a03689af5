/// In which kind of commit PSKs of the usages `reinit` and `branch` may stand (RFC 9420 §12.1.4): in one alone, which
/// begins the new group.
package enum PSKPurpose: Sendable {
    case ordinary
    case reInit
    case branch
}
