#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Folder {
    /// Whether there is nothing in it but what `names` lists.
    func holdsNothing(but names: Set<String>) throws(FileError) -> Bool {
        var isAlone = true
        try visit { name in
            isAlone = names.contains(name)
            return isAlone
        }
        return isAlone
    }

    /// What lies in it, in no order.
    func names() throws(FileError) -> [String] {
        var names: [String] = []
        try visit { name in
            names.append(name)
            return true
        }
        return names
    }

    /// - Parameter body: whether to go on.
    private func visit(_ body: (String) -> Bool) throws(FileError) {
        do throws(ErrorNumber) {
            // A descriptor of its own: a listing has a position, which a duplicate would share.
            let listed = try ErrorNumber.check {
                unsafe openat(file.number.value, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            }
            guard let listing = unsafe fdopendir(listed) else {
                let refusal = ErrorNumber.last
                close(listed)
                throw refusal
            }
            defer { unsafe closedir(listing) }
            while let entry = unsafe readdir(listing) {
                let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                    unsafe field.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
                }
                if name != ".", name != "..", !body(name) { return }
            }
        } catch {
            throw FileError(error)
        }
    }
}
