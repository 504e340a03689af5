import Foundation

/// The test vectors in the text of RFC 9180: fields in fenced blocks, long values broken over lines.
enum RFC9180 {
    static let vectors: [HPKEVector] = {
        guard SharedFolder.hasRFC9180, let text = try? String(contentsOf: SharedFolder.rfc9180, encoding: .utf8),
            let start = text.range(of: "\n# Test Vectors\n")
        else { return [] }
        return text[start.upperBound...].components(separatedBy: " Setup Information\n").dropFirst().compactMap(vector)
    }()

    static let ours = vectors.filter(\.isOurs)

    private static func vector(_ section: String) -> HPKEVector? {
        let fields = fields(section)
        let setup = Dictionary(fields.prefix { $0.name != "sequence number" }.map { ($0.name, $0.value) }) { first, _ in
            first
        }
        guard let mode = setup["mode"].flatMap({ Int($0) }), let kem = setup["kem_id"].flatMap({ UInt16($0) }),
            let kdf = setup["kdf_id"].flatMap({ UInt16($0) }), let aead = setup["aead_id"].flatMap({ UInt16($0) })
        else { return nil }
        return HPKEVector(
            mode: mode, kemID: kem, kdfID: kdf, aeadID: aead, fields: setup,
            encryptions: groups(fields, from: "sequence number").compactMap(encryption),
            exports: groups(fields, from: "exporter_context").compactMap(export))
    }

    private static func encryption(_ fields: [String: String]) -> HPKEVector.Encryption? {
        guard let number = fields["sequence number"].flatMap({ UInt64($0) }), let plaintext = fields["pt"],
            let data = fields["aad"], let ciphertext = fields["ct"]
        else { return nil }
        return HPKEVector.Encryption(
            sequenceNumber: number, plaintext: plaintext, associatedData: data, ciphertext: ciphertext)
    }

    private static func export(_ fields: [String: String]) -> HPKEVector.Export? {
        guard let context = fields["exporter_context"], let count = fields["L"].flatMap({ Int($0) }),
            let value = fields["exported_value"]
        else { return nil }
        return HPKEVector.Export(context: context, value: value, byteCount: count)
    }

    /// Cuts the fields before each one named `first`.
    private static func groups(_ fields: [(name: String, value: String)], from first: String) -> [[String: String]] {
        var groups: [[String: String]] = []
        for field in fields {
            if field.name == first { groups.append([:]) }
            if !groups.isEmpty { groups[groups.count - 1][field.name] = field.value }
        }
        return groups
    }

    private static func fields(_ section: String) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        var isFenced = false
        for line in section.components(separatedBy: "\n") {
            if line == "~~~" {
                isFenced.toggle()
            } else if isFenced, let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                fields.append((String(line[..<colon]), value))
            } else if isFenced, !fields.isEmpty {
                fields[fields.count - 1].value += line.trimmingCharacters(in: .whitespaces)
            }
        }
        return fields
    }
}
