import RelayProtocol
import TLSCodec
import Testing

/// A field of bytes or a list, at its limits and one past them.
@Suite struct LengthLimitTests {
    struct Field: CustomTestStringConvertible {
        let testDescription: String
        let counts: ClosedRange<Int>
        let said: @Sendable (Int) -> Said

        init(_ name: String, _ counts: ClosedRange<Int>, _ said: @escaping @Sendable (Int) -> Said) {
            (testDescription, self.counts, self.said) = (name, counts, said)
        }

        init(_ name: String, _ counts: ClosedRange<Int>, request: @escaping @Sendable (Int) -> RelayRequest) {
            self.init(name, counts) { .request(RequestNumber(1), request($0)) }
        }

        init(_ name: String, _ counts: ClosedRange<Int>, answer: @escaping @Sendable (Int) -> RelayAnswer) {
            self.init(name, counts) { .answer(RequestNumber(1), answer($0)) }
        }

        init(_ name: String, _ counts: ClosedRange<Int>, event: @escaping @Sendable (Int) -> RelayEvent) {
            self.init(name, counts) { .event(event($0)) }
        }
    }

    static let fields =
        [
            Field("entry body", 1...4_194_304, request: { .append(append(body: $0)) }),
            Field("entry body of an event", 1...4_194_304) {
                .event(.entries(EntriesEvent(room: Known.room, number: .first, entry: append(body: $0).entry)))
            },
            Field("blob", 1...4_194_304, request: { .putPublicState(put(PublicState(blob: bytes($0)))) }),
            Field("blob that was fetched", 1...4_194_304) {
                .answer(
                    RequestNumber(1), .fetchedPublicState(FetchedPublicState(epoch: .first, blob: bytes($0))))
            },
            Field("links", 0...64) {
                .request(
                    RequestNumber(1),
                    .putPublicState(put(PublicState(blob: [1], links: .init(repeating: Known.link, count: $0)))))
            },
            Field("item", 1...1_048_576, request: { .deliver(Deliver(device: Known.device, item: bytes($0))) }),
            Field("item that came", 1...1_048_576, event: { .inbox(InboxEvent(number: .first, item: bytes($0))) }),
            Field("whisper", 1...4_096, request: { .whisper(Whisper(room: Known.room, body: bytes($0))) }),
            Field("whisper that came", 1...4_096, event: { .whisper(WhisperEvent(room: Known.room, body: bytes($0))) }),
        ] + directoryFields

    private static let directoryFields = [
        Field("key package", 1...16_384, request: { .publishKeyPackages(publish([bytes($0)])) }),
        Field("last resort", 1...16_384, request: { .publishKeyPackages(publish([], lastResort: bytes($0))) }),
        Field("key packages", 0...20, request: { .publishKeyPackages(publish(.init(repeating: [1], count: $0))) }),
        Field("suites", 1...8) {
            .request(
                RequestNumber(1),
                .claimKeyPackages(
                    ClaimKeyPackages(identity: Known.identity, suites: .init(repeating: Known.suite, count: $0))))
        },
        Field("credential", 1...1_024, answer: { .found(found([CredentialBytes(bytes($0))])) }),
        Field("devices", 0...16, answer: { .found(found(.init(repeating: CredentialBytes([1]), count: $0))) }),
        Field("claimed key package", 1...16_384, answer: { .claimed(Claimed(packages: [claimed(bytes($0))])) }),
        Field("claimed devices", 0...16) {
            .answer(RequestNumber(1), .claimed(Claimed(packages: .init(repeating: claimed([1]), count: $0))))
        },
    ]

    @Test(arguments: fields) func aLengthAtItsLimitIsSaid(field: Field) throws {
        for count in [field.counts.lowerBound, field.counts.upperBound] {
            let said = field.said(count)
            #expect(Said.reading(try said.message()) == said)
        }
    }

    @Test(arguments: fields) func oneMoreThanTheLimitIsNotSaid(field: Field) {
        for count in [field.counts.lowerBound - 1, field.counts.upperBound + 1] where count >= 0 {
            #expect(throws: CodecError.lengthOutOfBounds) { try field.said(count).message() }
        }
    }

    @Test func signaturesHave64Bytes() {
        for count in [0, 63, 65] {
            let opening = OpenRoom(room: Known.room, number: .first, signature: bytes(count))
            #expect(throws: CodecError.lengthOutOfBounds) { try opening.encoded() }
            let link = OpenLink(room: Known.room, link: Known.linkKey, signature: bytes(count))
            #expect(throws: CodecError.lengthOutOfBounds) { try link.encoded() }
        }
    }
}

private func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0xAB, count: count) }

private func append(body count: Int) -> Append {
    Append(room: Known.room, entry: Entry(header: .message(parent: .first), body: bytes(count)))
}

private func put(_ state: PublicState) -> PutPublicState {
    PutPublicState(room: Known.room, epoch: .first, publicState: state)
}

private func publish(_ packages: [[UInt8]], lastResort: [UInt8]? = nil) -> PublishKeyPackages {
    PublishKeyPackages(
        suite: Known.suite, packages: packages.map { KeyPackageBytes($0) },
        lastResort: lastResort.map { KeyPackageBytes($0) })
}

private func found(_ devices: [CredentialBytes]) -> Found {
    Found(identity: Known.identity, name: FoundName(nil), devices: devices)
}

private func claimed(_ package: [UInt8]) -> ClaimedKeyPackage {
    ClaimedKeyPackage(
        device: Known.device, suite: Known.suite, isLastResort: false, keyPackage: KeyPackageBytes(package))
}
