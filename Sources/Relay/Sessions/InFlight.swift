/// Requests of a line that have no answer yet: how much of its peer's words it holds.
struct InFlight: Equatable {
    private(set) var requests = 0
    private(set) var bytes = 0

    /// From here on nothing more is read from the line.
    var isFull: Bool {
        requests >= SessionLimits.requestsInFlightMax || bytes >= SessionLimits.requestBytesInFlightMax
    }

    var isEmpty: Bool { requests == 0 }

    mutating func began(_ bytes: Int) {
        requests += 1
        self.bytes += bytes
    }

    mutating func ended(_ bytes: Int, requests: Int = 1) {
        self.requests -= requests
        self.bytes -= bytes
    }
}
