import Sodium

/// A file whose first line is a passphrase, as `--passphrase-file` names it.
enum PassphraseFile {
    /// Others who may read it are told of, not refused: containers hand out secrets as files that everybody there may
    /// read, and nobody else is there.
    static func read(_ path: String, report: (HomeNotice) -> Void) throws(HomeError) -> Secret {
        let found: (line: Secret?, openTo: FileMode?)
        do throws(ErrorNumber) {
            found = try SecretLineFile.read(path, byteCountMax: HomeLimits.passphraseByteCountMax)
        } catch .tooLarge {
            throw .badPassphrase
        } catch { throw .unreadable(path: path, error) }
        if let mode = found.openTo { report(.passphraseOpenToOthers(path: path, mode: mode)) }
        guard let line = found.line, let passphrase = PassphraseText.secret(line) else { throw .badPassphrase }
        return passphrase
    }
}
