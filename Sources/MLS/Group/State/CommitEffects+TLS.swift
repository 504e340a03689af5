public import TLSCodec

/// As it is stored: RFC 9420 has no structure for it.
extension CommitEffects: TLSStruct {
    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        committer = try v.nested { $0.committer }
        committerLeafIndex = try v.nested { $0.committerLeafIndex }
        proposals = try v.vector(.variable) { $0.proposals }
        added = try v.vector(.variable) { $0.added }
        removed = try v.vector(.variable) { $0.removed }
        updated = try v.vector(.variable) { $0.updated }
        hasPath = try v.flag { $0.hasPath }
        extensions = try v.optional { $0.extensions }
        reInit = try v.optional { $0.reInit }
        authenticatedData = try v.opaque(.variable) { $0.authenticatedData }
    }
}

/// As it is stored: RFC 9420 has no structure for it.
extension CommitBase: TLSStruct {
    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        groupID = try v.nested { $0.groupID }
        epoch = try v.nested { $0.epoch }
        confirmationTag = try v.opaque(.variable) { $0.confirmationTag }
        ownLeaf = try v.nested { $0.ownLeaf }
    }
}
