/// The specification's patterns, as it prints them: pre-messages, then messages, the initiator's first.
///
/// `initiator` and `responder` are what the other side knows of a party beforehand.
extension HandshakePattern {
    // One-way (§7.4)

    /// One-way: the sender has no static key.
    public static let n = HandshakePattern("N", responder: [.s], messages: [[.e, .es]])

    /// One-way: the recipient knows the sender's static key.
    public static let k = HandshakePattern("K", initiator: [.s], responder: [.s], messages: [[.e, .es, .ss]])

    /// One-way: the sender transmits its static key.
    public static let x = HandshakePattern("X", responder: [.s], messages: [[.e, .es, .s, .ss]])

    // Fundamental (§7.5)

    /// Neither side has a static key; no authentication but a PSK's.
    public static let nn = HandshakePattern("NN", messages: [[.e], [.e, .ee]])

    /// The initiator has no static key; it knows the responder's.
    public static let nk = HandshakePattern("NK", responder: [.s], messages: [[.e, .es], [.e, .ee]])

    /// The initiator has no static key; the responder transmits its own.
    public static let nx = HandshakePattern("NX", messages: [[.e], [.e, .ee, .s, .es]])

    /// The initiator transmits its static key; the responder has none.
    public static let xn = HandshakePattern("XN", messages: [[.e], [.e, .ee], [.s, .se]])

    /// The initiator transmits its static key; the initiator knows the responder's.
    public static let xk = HandshakePattern("XK", responder: [.s], messages: [[.e, .es], [.e, .ee], [.s, .se]])

    /// The initiator transmits its static key; the responder transmits its own.
    public static let xx = HandshakePattern("XX", messages: [[.e], [.e, .ee, .s, .es], [.s, .se]])

    /// The responder knows the initiator's static key; the responder has none.
    public static let kn = HandshakePattern("KN", initiator: [.s], messages: [[.e], [.e, .ee, .se]])

    /// The responder knows the initiator's static key; the initiator knows the responder's.
    public static let kk = HandshakePattern(
        "KK", initiator: [.s], responder: [.s], messages: [[.e, .es, .ss], [.e, .ee, .se]])

    /// The responder knows the initiator's static key; the responder transmits its own.
    public static let kx = HandshakePattern("KX", initiator: [.s], messages: [[.e], [.e, .ee, .se, .s, .es]])

    /// The initiator transmits its static key at once, unhidden; the responder has none.
    public static let `in` = HandshakePattern("IN", messages: [[.e, .s], [.e, .ee, .se]])

    /// The initiator transmits its static key at once, unhidden; the initiator knows the responder's.
    public static let ik = HandshakePattern("IK", responder: [.s], messages: [[.e, .es, .s, .ss], [.e, .ee, .se]])

    /// The initiator transmits its static key at once, unhidden; the responder transmits its own.
    public static let ix = HandshakePattern("IX", messages: [[.e, .s], [.e, .ee, .se, .s, .es]])

    // Deferred (§18.1)

    /// ``nk`` with the responder's authentication deferred.
    public static let nk1 = HandshakePattern("NK1", responder: [.s], messages: [[.e], [.e, .ee, .es]])

    /// ``nx`` with the responder's authentication deferred.
    public static let nx1 = HandshakePattern("NX1", messages: [[.e], [.e, .ee, .s], [.es]])

    /// ``xn`` with the initiator's authentication deferred.
    public static let x1n = HandshakePattern("X1N", messages: [[.e], [.e, .ee], [.s], [.se]])

    /// ``xk`` with the initiator's authentication deferred.
    public static let x1k = HandshakePattern("X1K", responder: [.s], messages: [[.e, .es], [.e, .ee], [.s], [.se]])

    /// ``xk`` with the responder's authentication deferred.
    public static let xk1 = HandshakePattern("XK1", responder: [.s], messages: [[.e], [.e, .ee, .es], [.s, .se]])

    /// ``xk`` with both authentications deferred.
    public static let x1k1 = HandshakePattern("X1K1", responder: [.s], messages: [[.e], [.e, .ee, .es], [.s], [.se]])

    /// ``xx`` with the initiator's authentication deferred.
    public static let x1x = HandshakePattern("X1X", messages: [[.e], [.e, .ee, .s, .es], [.s], [.se]])

    /// ``xx`` with the responder's authentication deferred.
    public static let xx1 = HandshakePattern("XX1", messages: [[.e], [.e, .ee, .s], [.es, .s, .se]])

    /// ``xx`` with both authentications deferred.
    public static let x1x1 = HandshakePattern("X1X1", messages: [[.e], [.e, .ee, .s], [.es, .s], [.se]])

    /// ``kn`` with the initiator's authentication deferred.
    public static let k1n = HandshakePattern("K1N", initiator: [.s], messages: [[.e], [.e, .ee], [.se]])

    /// ``kk`` with the initiator's authentication deferred.
    public static let k1k = HandshakePattern(
        "K1K", initiator: [.s], responder: [.s], messages: [[.e, .es], [.e, .ee], [.se]])

    /// ``kk`` with the responder's authentication deferred.
    public static let kk1 = HandshakePattern(
        "KK1", initiator: [.s], responder: [.s], messages: [[.e], [.e, .ee, .se, .es]])

    /// ``kk`` with both authentications deferred.
    public static let k1k1 = HandshakePattern(
        "K1K1", initiator: [.s], responder: [.s], messages: [[.e], [.e, .ee, .es], [.se]])

    /// ``kx`` with the initiator's authentication deferred.
    public static let k1x = HandshakePattern("K1X", initiator: [.s], messages: [[.e], [.e, .ee, .s, .es], [.se]])

    /// ``kx`` with the responder's authentication deferred.
    public static let kx1 = HandshakePattern("KX1", initiator: [.s], messages: [[.e], [.e, .ee, .se, .s], [.es]])

    /// ``kx`` with both authentications deferred.
    public static let k1x1 = HandshakePattern("K1X1", initiator: [.s], messages: [[.e], [.e, .ee, .s], [.se, .es]])

    /// ``in`` with the initiator's authentication deferred.
    public static let i1n = HandshakePattern("I1N", messages: [[.e, .s], [.e, .ee], [.se]])

    /// ``ik`` with the initiator's authentication deferred.
    public static let i1k = HandshakePattern("I1K", responder: [.s], messages: [[.e, .es, .s], [.e, .ee], [.se]])

    /// ``ik`` with the responder's authentication deferred.
    public static let ik1 = HandshakePattern("IK1", responder: [.s], messages: [[.e, .s], [.e, .ee, .se, .es]])

    /// ``ik`` with both authentications deferred.
    public static let i1k1 = HandshakePattern("I1K1", responder: [.s], messages: [[.e, .s], [.e, .ee, .es], [.se]])

    /// ``ix`` with the initiator's authentication deferred.
    public static let i1x = HandshakePattern("I1X", messages: [[.e, .s], [.e, .ee, .s, .es], [.se]])

    /// ``ix`` with the responder's authentication deferred.
    public static let ix1 = HandshakePattern("IX1", messages: [[.e, .s], [.e, .ee, .se, .s], [.es]])

    /// ``ix`` with both authentications deferred.
    public static let i1x1 = HandshakePattern("I1X1", messages: [[.e, .s], [.e, .ee, .s], [.se, .es]])

    /// All 38: one-way, fundamental, deferred, in the specification's order, without modifiers.
    public static let all: [HandshakePattern] = [
        .n, .k, .x,
        .nn, .nk, .nx, .xn, .xk, .xx, .kn, .kk, .kx, .`in`, .ik, .ix,
        .nk1, .nx1, .x1n, .x1k, .xk1, .x1k1, .x1x, .xx1, .x1x1, .k1n, .k1k, .kk1,
        .k1k1, .k1x, .kx1, .k1x1, .i1n, .i1k, .ik1, .i1k1, .i1x, .ix1, .i1x1,
    ]
}
