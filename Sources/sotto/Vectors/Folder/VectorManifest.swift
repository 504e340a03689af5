/// The published files, byte for byte: so that a changed byte is found wherever it lies, in a comment too.
struct VectorManifest: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        /// `folder/name` as published.
        let path: String
        let byteCount: Int
        let sha256: VectorBytes
        /// nil for a document, which holds no vectors.
        let suite: String?
        let cases: Int?
        /// How many of the cases must run; the others are of what isn't built in.
        let run: Int?
        /// Why none of the cases runs.
        let skipped: String?
    }

    let files: [Entry]
    /// Whose files lie in each folder, in which version.
    let sources: [String: String]

    /// The manifest that this program carries.
    static let embedded: VectorManifest = {
        do {
            return try VectorJSON.decode(VectorManifest.self, from: PackageResources.manifest_json)
        } catch {
            preconditionFailure("the embedded manifest is unreadable")
        }
    }()

    /// Where to fetch the file again.
    func source(of entry: Entry) -> String? { sources[String(entry.folder)] }

    /// The published file that `file` is or means to be: by its bytes, whatever its name; or else by its name.
    ///
    /// Names that others use too (`messages.json`, `README.md`) count only in the published folder or at the
    /// published size; a document only at the published size, since it may be written anew.
    func entry(for file: VectorFile) -> Entry? {
        files.first { $0.isIntact(file) } ?? files.first { $0.means(file) }
    }
}

extension VectorManifest.Entry {
    private var name: Substring { path.split(separator: "/").last ?? "" }
    fileprivate var folder: Substring { path.split(separator: "/").dropLast().last ?? "" }

    func isIntact(_ file: VectorFile) -> Bool { file.sha256 == sha256.bytes }

    fileprivate func means(_ file: VectorFile) -> Bool {
        guard file.name == name else { return false }
        let isAsLong = file.bytes.count == byteCount
        guard suite != nil else { return isAsLong }
        return isAsLong || file.folder == folder || ["wycheproof", "noise"].contains(folder)
    }
}
