/// The version of requests, answers and events that this code speaks.
package enum RelayProtocolVersion {
    package static let current: UInt16 = 1
}
