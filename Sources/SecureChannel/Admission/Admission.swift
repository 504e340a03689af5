package import Identity

/// Decides at the relay whether the sender of a hello is served.
package struct Admission: Sendable {
    enum Verdict: Sendable {
        case admitted(Hello)
        /// The hello is good; its sender isn't served, and learns why.
        case refused(Refusal)
        /// The hello isn't good: its sender learns nothing.
        case unacceptable
    }

    private let verifier = HelloVerifier()
    private let serials: any DeviceSerials
    private let policy: @Sendable (Hello) -> Refusal?

    /// `policy` has the last word about a hello that is good: an allow list, a relay that is stopping.
    package init(serials: any DeviceSerials, policy: @escaping @Sendable (Hello) -> Refusal?) {
        self.serials = serials
        self.policy = policy
    }

    func judge(_ bytes: [UInt8], lineKey: LineKey, visitor: ConnectionGate.Visitor) -> Verdict {
        let hello: Hello
        do throws(IdentityError) {
            hello = try verifier.verify(bytes, lineKey: lineKey)
        } catch .unknownVersion {
            // A newer client: nobody is believed, but its user should know what to do.
            return .refused(.version)
        } catch {
            return .unacceptable
        }
        // First, so that nobody who isn't served takes a place among the devices that are remembered.
        if let refusal = policy(hello) { return .refused(refusal) }
        guard serials.admit(hello.certificate.deviceKey, serial: hello.certificate.serial) else { return .unacceptable }
        return visitor.authenticate() ? .admitted(hello) : .refused(.overLimit)
    }
}
