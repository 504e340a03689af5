/// Another's commit beside what it covers: the signed message, its name, and what its PSKs are looked up in.
struct IncomingCommit {
    let content: AuthenticatedContent
    let reference: CommitReference
    let psks: PSKStore
}
