import Identity

extension ClientHome {
    /// Pins `key` to `address`.
    func remember(_ key: RelayKey, at address: RelayAddress) throws(Failure) {
        do throws(HomeError) { try pin(key, to: address) } catch { throw Failure(error) }
    }
}
