import Identity

extension ClientHome {
    /// Pins `key` to `address`.
    func remember(_ key: RelayKey, at address: RelayAddress) throws(Failure) {
        do throws(HomeError) { try pin(key, to: address) } catch { throw Failure(error) }
    }

    /// The relay of `key`, which is this machine's own, is found at `address` from now on.
    func move(_ key: RelayKey, to address: RelayAddress) throws(Failure) {
        do throws(HomeError) { try movePin(of: key, to: address) } catch { throw Failure(error) }
    }
}
