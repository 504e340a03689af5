import MLS

extension Group {
    /// What another's commit, processed, would change.
    mutating func staged(_ message: [UInt8], psks: PSKStore = .empty) throws -> StagedCommit {
        guard case .commit(let staged) = try process(message, psks: psks) else { throw UnexpectedMessage() }
        return staged
    }

    /// What another's message, processed, proposes.
    mutating func proposed(_ message: [UInt8]) throws -> ReceivedProposal {
        guard case .proposal(let proposal) = try process(message) else { throw UnexpectedMessage() }
        return proposal
    }

    /// What another's message, processed, says.
    mutating func hear(_ message: [UInt8]) throws -> ApplicationMessage {
        guard case .application(let message) = try process(message) else { throw UnexpectedMessage() }
        return message
    }
}
