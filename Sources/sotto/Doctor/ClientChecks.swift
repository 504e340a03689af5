import Chat
import ChatStore
import Identity

/// What a client keeps: whether it opens, and is whole.
struct ClientChecks {
    let home: HomeDirectory
    let passphrase: PassphraseSource
    let report: @Sendable (HomeNotice) -> Void

    /// What was found, and the relays that this home knows.
    struct Found {
        var findings: [Finding] = []
        var relays: [RelayAddress] = []
    }

    func findings() -> Found {
        guard case .other = PathStatus(home.clientPath) else { return Found() }
        do throws(HomeError) {
            return open(try ClientHome(home, passphrase: passphrase, report: report))
        } catch .inUse(let path, let owner) {
            return beside(path, owner)
        } catch {
            return Found(findings: [.fail("keys", Failure(error))])
        }
    }

    private func open(_ client: ClientHome) -> Found {
        var found = Found(
            findings: [.ok("keys", "The keys open; you are \(Self.words(client.hello)).")], relays: client.relays)
        found.findings.append(
            client.isWrapped
                ? .ok("passphrase", "What is kept is under your passphrase.")
                : .warn(
                    "passphrase", "The key lies beside what it seals: a thief of this disk reads all of it.",
                    mend: "sotto passphrase set"))
        var keys: Set<RelayKey> = []
        for address in client.relays {
            guard let key = address.relayKey, keys.insert(key).inserted else { continue }
            if let finding = rooms(of: client, at: address, key) { found.findings.append(finding) }
        }
        return found
    }

    private func rooms(of client: ClientHome, at address: RelayAddress, _ key: RelayKey) -> Finding? {
        do throws(HomeError) {
            guard try client.hasRooms(at: key) else { return nil }
            let store = try client.openRooms(at: key)
            defer { try? store.close() }
            return try Self.finding(of: store, at: address)
        } catch { return .fail("store", Failure(error)) }
    }

    private static func finding(of store: ChatStore, at address: RelayAddress) throws(HomeError) -> Finding {
        let place = address.hostAndPort
        do throws(ChatStorageError) {
            if try store.isWhole() { return .ok("store", "What is kept of rooms at \(place) is whole.") }
            return .fail(
                "store", "What is kept of rooms at \(place) is damaged in places.",
                mend: "Save what can be read (sotto export), and put the home back from a backup.")
        } catch { return .fail("store", Failure(error)) }
    }

    /// Somebody else has it: what they keep can't be looked into now.
    private func beside(_ path: String, _ owner: ProcessNumber?) -> Found {
        let who = owner.map { "process \($0.value)" } ?? "another process"
        var found = Found(findings: [
            .warn("keys", "\(path) is in use by \(who): what lies there isn't checked.", mend: "End it, and ask again.")
        ])
        if let pins = try? ClientHome.pins(in: home, passphrase: passphrase) { found.relays = pins.all }
        return found
    }

    private static func words(_ hello: Hello) -> String {
        "\(hello.credential.name.text), \(Fingerprint(of: hello.credential.identityKey).text)"
    }
}
