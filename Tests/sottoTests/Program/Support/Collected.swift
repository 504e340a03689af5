import Foundation

/// What a program has written so far, and a way to wait for more of it.
final class Collected: @unchecked Sendable {
    private let condition = NSCondition()
    private var data = Data()
    private var isOver = false

    /// Reads `descriptor` on a thread of its own until its end, or until `isDone` says so and nothing more comes.
    init(_ descriptor: Int32, isDone: @escaping @Sendable () -> Bool = { false }) {
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let readyCount = poll(&asked, 1, 50)
                if readyCount < 0, errno != EINTR { break }
                if readyCount <= 0 {
                    if isDone() { break }
                    continue
                }
                let count = read(descriptor, &buffer, buffer.count)
                if count <= 0 { break }
                append(buffer[..<count])
            }
            close(descriptor)
            finish()
        }
    }

    var bytes: [UInt8] {
        condition.lock()
        defer { condition.unlock() }
        return Array(data)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Waits for the end of what is read, too.
    func whole(within seconds: Double = 20) -> String {
        _ = wait(within: seconds) { _ in false }
        return text
    }

    func wait(for text: String, within seconds: Double = 20) -> Bool {
        let wanted = Data(text.utf8)
        return wait(within: seconds) { $0.range(of: wanted) != nil }
    }

    /// - Returns: whether `isEnough` came true, before the end or the deadline.
    func wait(within seconds: Double = 20, until isEnough: (Data) -> Bool) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        defer { condition.unlock() }
        while !isEnough(data) {
            if isOver || !condition.wait(until: deadline) { return isEnough(data) }
        }
        return true
    }

    private func append(_ bytes: ArraySlice<UInt8>) {
        condition.lock()
        data.append(contentsOf: bytes)
        condition.broadcast()
        condition.unlock()
    }

    private func finish() {
        condition.lock()
        isOver = true
        condition.broadcast()
        condition.unlock()
    }
}
