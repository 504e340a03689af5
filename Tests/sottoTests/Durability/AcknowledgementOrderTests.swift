import Testing

/// What is held against a trace finds the faults that it is for.
struct AcknowledgementOrderTests {
    private let read = #"7 read(12<TCP:[127.0.0.1:9->127.0.0.1:50]>, "\1\2"..., 65536) = 3100"#
    private let header = #"8 pwrite64(9</h/relay.sqlite-wal>, "\0\0\0"..., 24, 32) = 24"#
    private let write = #"8 pwrite64(9</h/relay.sqlite-wal>, "\r\0 (client 0 entry 0) ..."..., 4096, 56) = 4096"#
    private let sync = "8 fdatasync(9</h/relay.sqlite-wal>) = 0"
    private let answer = #"7 write(12<TCP:[127.0.0.1:9->127.0.0.1:50]>, "\0@"..., 64) = 64"#

    private func order(_ lines: [String]) -> AcknowledgementOrder {
        AcknowledgementOrder(
            TracedCall.calls(in: lines.joined(separator: "\n")), port: 9, requestBytesMin: 3_000
        ) { "(client \($0) entry \($1))" }
    }

    private func faults(_ lines: [String]) -> [AcknowledgementOrder.Fault] {
        let order = order(lines)
        #expect(order.acknowledgementCount == 1)
        return order.faults
    }

    @Test func anAnswerAfterItsSyncIsInOrder() {
        #expect(faults([read, header, write, sync, answer]) == [])
        #expect(faults([read, header, write, sync.replacing("fdatasync", with: "fsync"), answer]) == [])
    }

    @Test func anAnswerBeforeItsSyncIsAFault() {
        let unsynced = [AcknowledgementOrder.Fault.unsynced("(client 0 entry 0)")]
        #expect(faults([read, header, write, answer, sync]) == unsynced)
        #expect(faults([read, header, write, answer]) == unsynced)
        #expect(faults([sync, read, sync, header, write, answer]) == unsynced)
    }

    @Test func aSyncOfAnotherFileOrOneThatFailedDoesNotCount() {
        let unsynced = [AcknowledgementOrder.Fault.unsynced("(client 0 entry 0)")]
        #expect(faults([read, write, sync.replacing("-wal", with: ""), answer]) == unsynced)
        let failed = sync.replacing("= 0", with: "= -1 EIO (Input/output error)")
        #expect(faults([read, write, failed, answer]) == unsynced)
    }

    @Test func anAnswerBeforeItsEntryIsWrittenIsAFault() {
        let unwritten = [AcknowledgementOrder.Fault.unwritten("(client 0 entry 0)")]
        #expect(faults([read, header, sync, answer, write, sync]) == unwritten)
        #expect(faults([read, answer]) == unwritten)
        #expect(faults([read, write.replacing("entry 0", with: "entry 1"), sync, answer]) == unwritten)
    }

    @Test func callsOfSeveralThreadsAreTakenAsTheyBeganAndEnded() {
        let (begun, done) = ("8 fdatasync(9</h/relay.sqlite-wal> <unfinished ...>", "8 <... fdatasync resumed>) = 0")
        let unsynced = [AcknowledgementOrder.Fault.unsynced("(client 0 entry 0)")]
        #expect(faults([read, write, begun, done, answer]) == [])
        #expect(faults([read, write, begun, done.replacing(" = ", with: "            = "), answer]) == [])
        #expect(faults([read, write, begun, answer, done]) == unsynced)
        #expect(faults([read, begun, write, done, answer]) == unsynced)
        let written = write.replacing(" = 4096", with: "").dropLast() + " <unfinished ...>"
        let resumed = "8 <... pwrite64 resumed>) = 4096"
        #expect(faults([read, String(written), resumed, sync, answer]) == [])
        let other = "9 fdatasync(9</h/relay.sqlite-wal>) = 0"
        #expect(faults([read, String(written), other, resumed, answer]) == unsynced)
    }

    @Test func anAnswerToSomethingSmallIsNoAcknowledgement() {
        let small = read.replacing("= 3100", with: "= 80")
        #expect(order([small, answer, small, answer]).acknowledgementCount == 0)
        let half = read.replacing("= 3100", with: "= 1600")
        #expect(order([half, half, write, sync, answer, small, answer]).acknowledgementCount == 1)
    }

    @Test func clientsAreToldApart() {
        let (read2, answer2) = (read.replacing(":50]", with: ":60]"), answer.replacing(":50]", with: ":60]"))
        let write2 = write.replacing("client 0", with: "client 1")
        #expect(order([read, read2, write, write2, sync, answer2, answer]).faults == [])
        #expect(
            order([read, read2, write, sync, write2, answer, answer2]).faults == [.unsynced("(client 1 entry 0)")])
    }
}
