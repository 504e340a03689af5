import MLS

extension Member {
    /// Stores everything, forgets it, and goes on from what was stored.
    mutating func restart() throws -> Answer {
        bundles = try bundles.map { bundle in
            try bundle.serialized().withSpan { try KeyPackageBundle(restoring: $0) }
        }
        staged = try staged.map { commit in
            try commit.serialized().withSpan { try StagedCommit(restoring: $0, configuration: configuration) }
        }
        held = try held.map { group in
            let epochPart = try group.epochPart()
            let messagePart = try group.messagePart()
            return try epochPart.withSpan { epochPart in
                try messagePart.withSpan { messagePart in
                    try Group(epochPart: epochPart, messagePart: messagePart, configuration: configuration)
                }
            }
        }
        return Answer()
    }
}
