/// Seals every record of a buffer in place, and opens every one again.
protocol RecordLoop: AnyObject {
    func seal() throws
    func open() throws
}

extension RecordLoop {
    /// Each run seals all and opens all, and counts one of the two: both ends' nonces stay together.
    func sealing(_ layout: RecordLayout) -> Contender {
        Contender(operationCount: layout.recordCount) {
            let nanoseconds = try CPUTime.of { try self.seal() }
            try self.open()
            return nanoseconds
        }
    }

    func opening(_ layout: RecordLayout) -> Contender {
        Contender(operationCount: layout.recordCount) {
            try self.seal()
            return try CPUTime.of { try self.open() }
        }
    }
}
