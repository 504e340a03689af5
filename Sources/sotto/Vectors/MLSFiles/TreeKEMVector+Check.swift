import MLS

extension TreeKEMVector {
    /// Everybody's keys are the tree's, everybody opens the published paths, and everybody opens ours.
    func passes(_ suite: CipherSuite) throws -> Bool {
        let group = try TreeKEMGroup(self, suite)
        return try group.hasKeysOfItsTree
            && updatePaths.allSatisfy { try group.opens($0) && group.opensNewPath(of: LeafIndex(rawValue: $0.sender)) }
    }
}
