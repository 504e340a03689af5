import Foundation

/// Whether a relay's system calls are in the order that an acknowledgement promises: the entry's bytes written to the
/// write-ahead log, that log synced, and only then the answer.
struct AcknowledgementOrder {
    enum Fault: Equatable {
        /// The answer left before the entry was written at all.
        case unwritten(String)
        /// It left before a sync that began after the entry was written had come back.
        case unsynced(String)
    }

    private(set) var acknowledgementCount = 0
    private(set) var faults: [Fault] = []

    private static let writing: Set = ["write", "writev", "sendto", "sendmsg"]
    private static let reading: Set = ["read", "readv", "recvfrom", "recvmsg"]

    /// - Parameters:
    ///   - port: the relay's.
    ///   - requestBytesMin: who has sent so many since the last answer has asked for an append.
    ///   - marker: in the body of a client's entries, by the order in which clients came, and its entries.
    init(
        _ calls: [TracedCall], port: Int, requestBytesMin: Int, marker: (_ client: Int, _ entry: Int) -> String
    ) {
        let log = calls.filter { $0.file.hasSuffix(".sqlite-wal") }
        var clients: [String: Client] = [:]
        for call in calls where call.file.contains("127.0.0.1:\(port)->") {
            var client = clients[call.file] ?? Client(number: clients.count)
            if Self.reading.contains(call.name), let count = call.result, count > 0 {
                client.receivedByteCount += count
            } else if Self.writing.contains(call.name) {
                if client.receivedByteCount >= requestBytesMin {
                    check(call, marker(client.number, client.entryCount), log)
                    client.entryCount += 1
                }
                client.receivedByteCount = 0
            }
            clients[call.file] = client
        }
    }

    private struct Client {
        let number: Int
        var entryCount = 0
        var receivedByteCount = 0
    }

    private mutating func check(_ answer: TracedCall, _ marker: String, _ log: [TracedCall]) {
        acknowledgementCount += 1
        let before = log.prefix { $0.begin < answer.begin }
        guard let write = before.first(where: { $0.name == "pwrite64" && $0.arguments.contains(marker) }),
            let written = write.end, written < answer.begin
        else { return faults.append(.unwritten(marker)) }
        let isSynced = before.contains {
            guard $0.name == "fdatasync" || $0.name == "fsync", $0.result == 0, let end = $0.end else { return false }
            return $0.begin > written && end < answer.begin
        }
        if !isSynced { faults.append(.unsynced(marker)) }
    }
}
