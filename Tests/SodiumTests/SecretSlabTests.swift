import TestSupport
import Testing

@testable import Sodium

#if os(Linux)
    import Foundation
#endif

/// The slab is one for the whole process, so these run one after another, and no other suite puts keys there.
@Suite(.serialized) struct SecretSlabTests {
    struct Refusal: Error {}

    @Test func aSlotIsWipedWhenItsKeyGoesAndGivenToTheNext() {
        let address = addressOfAKeyThatGoes()
        #expect(bytes(at: address, count: 32).allSatisfy { $0 == 0 })
        let next = SecretBytes(copying: [UInt8](counting: 32), in: .slab)
        #expect(self.address(of: next) == address)
        #expect(next.array() == [UInt8](counting: 32))
    }

    @Test func aFillThatThrowsLeavesNothing() {
        var address: UInt = 0
        #expect(throws: Refusal.self) {
            let secret = try SecretBytes(byteCount: 32, in: .slab) { bytes throws(Refusal) in
                for index in 0..<32 { bytes[index] = 0xAA }
                bytes.withUnsafeBufferPointer { address = UInt(bitPattern: $0.baseAddress) }
                throw Refusal()
            }
            _ = secret.byteCount
        }
        #expect(address != 0)
        #expect(bytes(at: address, count: 32).allSatisfy { $0 == 0 })
    }

    @Test func keysOf64BytesLiveInItAndLongerOnesOutside() {
        let free = SecretBytes(copying: [1], in: .slab)
        let slot = address(of: free)
        _ = consume free
        let longer = SecretBytes(copying: [UInt8](counting: 65), in: .slab)
        #expect(address(of: longer) != slot)
        let longest = SecretBytes(copying: [UInt8](counting: 64), in: .slab)
        #expect(address(of: longest) == slot)
        #expect(longest.array() == [UInt8](counting: 64))
        #expect(longer.array() == [UInt8](counting: 65))
    }

    @Test func moreKeysThanAChunkHoldsKeepTheirBytes() {
        let keys = (0..<(2 * SecretSlab.chunkSlotCount + 1)).map { index in
            KeyBox(SecretBytes(copying: [UInt8](repeating: UInt8(index % 251), count: 32), in: .slab))
        }
        for (index, key) in keys.enumerated() {
            #expect(key.secret.array() == [UInt8](repeating: UInt8(index % 251), count: 32))
        }
        #expect(Set(keys.map { address(of: $0.secret) }).count == keys.count)
    }

    @Test func keysMayBeMadeAndDroppedOnManyThreads() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<500).allSatisfy { _ in
                        let bytes = [UInt8](repeating: UInt8(task), count: 32)
                        return SecretBytes(copying: bytes, in: .slab).array() == bytes
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test func keysInItSignAndAgreeAsThoseOutside() throws {
        let (seed, message) = ([UInt8](counting: 32), [UInt8](counting: 9))
        let (inside, outside) = (
            try Ed25519.SecretKey(seed: seed, in: .slab), try Ed25519.SecretKey(seed: seed)
        )
        #expect(inside.signature(for: message) == outside.signature(for: message))
        let line = try X25519.SecretKey(copying: seed, in: .slab)
        #expect(try line.publicKey == X25519.SecretKey(copying: seed).publicKey)
    }

    #if os(Linux)
        /// One `sodium_malloc` a key would cost four maps each and end the process near sixteen thousand keys.
        @Test func fiveThousandKeysCostFewMemoryMaps() throws {
            let before = try memoryMapCount()
            let keys = (0..<5000).map { _ in KeyBox(.random(byteCount: 32, in: .slab)) }
            let grown = try memoryMapCount() - before
            print("5,000 keys in the slab: \(grown) more memory maps")
            #expect(grown < 200)
            #expect(keys.count == 5000)
        }

        private func memoryMapCount() throws -> Int {
            try String(contentsOfFile: "/proc/self/maps", encoding: .utf8).split(separator: "\n").count
        }
    #endif

    /// `~Copyable` values can't go into an array.
    private final class KeyBox {
        let secret: SecretBytes
        init(_ secret: consuming SecretBytes) { self.secret = secret }
    }

    private func addressOfAKeyThatGoes() -> UInt {
        let secret = SecretBytes(copying: [UInt8](repeating: 0x5A, count: 32), in: .slab)
        let address = address(of: secret)
        #expect(bytes(at: address, count: 32).allSatisfy { $0 == 0x5A })
        return address
    }

    private func address(of secret: borrowing SecretBytes) -> UInt { UInt(bitPattern: secret.pointer) }

    /// Slots stay mapped after their key has gone.
    private func bytes(at address: UInt, count: Int) -> [UInt8] {
        guard let pointer = UnsafePointer<UInt8>(bitPattern: address) else { return [] }
        return (0..<count).map { pointer[$0] }
    }
}
