import Identity
import Sodium
import Synchronization
import Testing

@testable import SecureChannel

struct AdmissionTests {
    private func visitor(_ limits: ConnectionLimits = ConnectionLimits()) throws -> ConnectionGate.Visitor {
        try #require(ConnectionGate(limits: limits).enter(from: "a"))
    }

    private func outcome(_ verdict: Admission.Verdict) -> String {
        switch verdict {
        case .admitted: "admitted"
        case .refused(let refusal): "\(refusal)"
        case .unacceptable: "unacceptable"
        }
    }

    @Test func refusesACertificateWithALowerSerial() throws {
        let ann = Person()
        let admission = Admission(serials: RememberedSerials()) { _ in nil }
        let newLine = X25519.SecretKey()
        func judge(_ hello: Hello, _ line: X25519.SecretKey) throws -> String {
            outcome(admission.judge(hello.encoded, lineKey: LineKey(line.publicKey), visitor: try visitor()))
        }
        #expect(try judge(ann.hello(serial: 1), ann.line) == "admitted")
        #expect(try judge(ann.hello(serial: 2, line: newLine), newLine) == "admitted")
        #expect(try judge(ann.hello(serial: 1), ann.line) == "unacceptable")
        #expect(try judge(ann.hello(serial: 2, line: newLine), newLine) == "admitted")
    }

    /// Its signature can't be looked at, so its sender is nobody; but a newer client should learn what it is.
    @Test(arguments: [3, 2 + 142 + 3]) func tellsANewerClientThatItsVersionIsUnknown(versionOffset: Int) throws {
        let ann = Person()
        let admission = Admission(serials: RememberedSerials()) { _ in nil }
        var hello = ann.hello().encoded
        #expect(hello[versionOffset] == 1)
        hello[versionOffset] = 2
        #expect(outcome(admission.judge(hello, lineKey: ann.lineKey, visitor: try visitor())) == "version")
    }

    @Test func tellsOnlyTheOwnerOfAHelloThatItIsNotServed() throws {
        let (ann, mallory) = (Person(), Person("Mallory"))
        let admission = Admission(serials: RememberedSerials()) { _ in .notAllowed }
        let hello = ann.hello().encoded
        #expect(outcome(admission.judge(hello, lineKey: ann.lineKey, visitor: try visitor())) == "notAllowed")
        #expect(outcome(admission.judge(hello, lineKey: mallory.lineKey, visitor: try visitor())) == "unacceptable")
    }

    /// Else everybody whom an allow list keeps out could fill the table of devices, and then nobody new gets in.
    @Test func remembersNothingOfThoseWhomItDoesNotServe() throws {
        let ann = Person()
        let serials = RememberedSerials(devicesMax: 2)
        let admission = Admission(serials: serials) { $0.credential.name.text == "Ann" ? nil : .notAllowed }
        for _ in 0..<5 {
            let other = Person("Other")
            let verdict = admission.judge(other.hello().encoded, lineKey: other.lineKey, visitor: try visitor())
            #expect(outcome(verdict) == "notAllowed")
        }
        let verdict = admission.judge(ann.hello().encoded, lineKey: ann.lineKey, visitor: try visitor())
        #expect(outcome(verdict) == "admitted")
    }

    @Test func refusesOneConnectionTooManyWithItsReason() throws {
        let ann = Person()
        var limits = ConnectionLimits()
        limits.connectionsMax = 0
        let admission = Admission(serials: RememberedSerials()) { _ in nil }
        let verdict = admission.judge(ann.hello().encoded, lineKey: ann.lineKey, visitor: try visitor(limits))
        #expect(outcome(verdict) == "overLimit")
    }
}
