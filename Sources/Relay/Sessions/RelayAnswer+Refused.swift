import RelayProtocol

extension RelayAnswer {
    static func refused(_ code: RefusalCode, detail: UInt64 = 0) -> RelayAnswer {
        .refused(Refused(code: code, detail: detail))
    }
}
