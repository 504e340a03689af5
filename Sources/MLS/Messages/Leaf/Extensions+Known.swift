package import TLSCodec

/// The RFC's own extensions (§17.3). Each is `nil` if it isn't there and throws if its data isn't what its type says.
extension Extensions {
    package func applicationID() throws(CodecError) -> ApplicationID? { try value(.applicationID) }

    package func ratchetTree() throws(CodecError) -> RatchetTreeExtension? { try value(.ratchetTree) }

    package func requiredCapabilities() throws(CodecError) -> RequiredCapabilities? { try value(.requiredCapabilities) }

    package func externalPub() throws(CodecError) -> ExternalPub? { try value(.externalPub) }

    package func externalSenders() throws(CodecError) -> ExternalSenders? { try value(.externalSenders) }
}

extension Extension {
    package init(_ value: ApplicationID) throws(CodecError) {
        self.init(type: .applicationID, data: try value.encoded())
    }

    package init(_ value: RatchetTreeExtension) throws(CodecError) {
        self.init(type: .ratchetTree, data: try value.encoded())
    }

    package init(_ value: RequiredCapabilities) throws(CodecError) {
        self.init(type: .requiredCapabilities, data: try value.encoded())
    }

    package init(_ value: ExternalPub) throws(CodecError) {
        self.init(type: .externalPub, data: try value.encoded())
    }

    package init(_ value: ExternalSenders) throws(CodecError) {
        self.init(type: .externalSenders, data: try value.encoded())
    }
}
