import Testing

@testable import RelayProtocol

@Suite struct KindTests {
}
