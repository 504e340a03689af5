import MLS
import TLSCodec
import Testing

@Suite struct LeafTests {
    @Test func aLeafIsLaidOutAsTheTextSays() throws {
        let update = Samples.leaf(.update, extensions: [Extension(type: .applicationID, data: [1, 7])])
        for (leaf, middle) in [
            (Samples.keyPackageLeaf, Samples.lifetime + [0]), (Samples.commitLeaf, [3, 1, 0xCC, 0]),
            (update, [2, 5, 0, 1, 2, 1, 7]),
        ] {
            #expect(try leaf.encoded() == Samples.leafStart + middle + Samples.leafEnd)
            #expect(try LeafNode(decoding: leaf.encoded()) == leaf)
        }
        #expect(try update.extensions.applicationID() == ApplicationID([7]))
    }

    @Test func aLeafSignsItsGroupAndPlaceUnlessItCameByAKeyPackage() throws {
        let group = GroupID([0x60, 0x61])
        let index = LeafIndex(rawValue: 0x0102_0304)
        let place: [UInt8] = [2, 0x60, 0x61, 1, 2, 3, 4]
        let keyPackage = Samples.leafStart + Samples.lifetime + [0]
        #expect(try Samples.keyPackageLeaf.toBeSigned() == keyPackage)
        #expect(try Samples.keyPackageLeaf.toBeSigned(groupID: group, leafIndex: index) == keyPackage)
        let commit = Samples.leafStart + [3, 1, 0xCC, 0] + place
        #expect(try Samples.commitLeaf.toBeSigned(groupID: group, leafIndex: index) == commit)
        let update = Samples.leafStart + [2, 0] + place
        #expect(try Samples.leaf(.update).toBeSigned(groupID: group, leafIndex: index) == update)
        for leaf in [Samples.commitLeaf, Samples.leaf(.update)] {
            #expect(throws: CodecError.invalidValue) { try leaf.toBeSigned() }
        }
    }

    @Test(arguments: [0, 1, 63, 64, 20_000]) func whatIsSignedDoesNotDependOnTheSignature(count: Int) throws {
        let signature = [UInt8](repeating: 0xFF, count: count)
        let leaf = Samples.keyPackageLeaf.signed(signature)
        #expect(leaf.signature == signature)
        #expect(try leaf.toBeSigned() == Samples.keyPackageLeaf.toBeSigned())
        let keyPackage = Samples.keyPackage.signed(signature)
        #expect(try keyPackage.toBeSigned() == Samples.keyPackage.toBeSigned())
        #expect(try KeyPackage(decoding: keyPackage.encoded()) == keyPackage)
    }

    @Test(arguments: [0, 1, 32, 1_216, 70_000]) func keysOfAnyLengthAreKept(count: Int) throws {
        let key = HPKEPublicKey([UInt8](repeating: 3, count: count))
        #expect(try HPKEPublicKey(decoding: key.encoded()) == key)
        let parent = ParentNode(encryptionKey: key, parentHash: key.bytes, unmergedLeaves: [])
        #expect(try ParentNode(decoding: parent.encoded()) == parent)
    }

    @Test func aKeyPackageIsLaidOutAsTheTextSays() throws {
        let leaf = Samples.leafStart + Samples.lifetime + [0] + Samples.leafEnd
        let unsigned: [UInt8] = [0, 1, 0, 3, 1, 0x11] + leaf + [4, 0x1A, 0x1A, 1, 9]
        #expect(try Samples.keyPackage.toBeSigned() == unsigned)
        #expect(try Samples.keyPackage.encoded() == unsigned + [1, 0x5C])
    }

    @Test(arguments: [0, 4, 0xFF] as [UInt8]) func aLeafOfNoKnownSourceIsRefused(source: UInt8) {
        #expect(throws: CodecError.invalidValue) {
            try LeafNode(decoding: Samples.leafStart + [source, 0] + Samples.leafEnd)
        }
    }

    @Test(arguments: [0, 3, 0x0A0A, 0xFFFF] as [UInt16]) func aCredentialOfNoKnownTypeIsRefused(type: UInt16) throws {
        var writer = Writer()
        writer.integer(type)
        #expect(throws: CodecError.invalidValue) { try Credential(decoding: writer.bytes + [1, 1]) }
    }

    @Test func certificatesAreCarried() throws {
        let chain = Credential.x509(chain: [[1, 2], [], [3]])
        #expect(try chain.encoded() == [0, 2, 6, 2, 1, 2, 0, 1, 3])
        #expect(try Credential(decoding: chain.encoded()) == chain)
        #expect(try Credential(decoding: [0, 2, 0]) == .x509(chain: []))
    }

    @Test func aLifetimeIncludesItsEnds() {
        let lifetime = Lifetime(notBefore: Samples.time(5), notAfter: Samples.time(7))
        #expect((4...8).map { lifetime.contains(Samples.time($0)) } == [false, true, true, true, false])
    }
}
