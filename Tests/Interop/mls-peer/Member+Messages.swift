import MLS

extension Member {
    /// `message`. A proposal is kept for a commit, a commit takes effect.
    mutating func process(_ request: Request) throws -> Answer {
        let message = try request.message.given().bytes
        let now = now
        return try change { group in
            switch try group.process(message, now: now) {
            case .application(let message):
                return Answer(kind: "application", data: Bytes(message.content))
            case .proposal(let proposal):
                try group.cache(proposal)
                return Answer(kind: "proposal")
            case .commit(let commit):
                try group.merge(commit)
                return Answer(kind: commit.removesThisMember ? "removed" : "commit")
            case .ownCommit:
                return Answer(kind: "own commit")
            }
        }
    }

    /// `data`, `authenticatedData`; `padding`: up to a multiple of it.
    mutating func seal(_ request: Request) throws -> Answer {
        let message = try change { group in
            try group.seal(
                request.data.given().bytes, authenticating: request.authenticatedData.or(Bytes([])).bytes,
                padding: request.padding.map(Padding.multiples) ?? .none)
        }
        return Answer(message: Bytes(message))
    }
}
