extension Array where Element: Sendable {
    /// Checks all elements, in `partCount` tasks at once, beside something else. Which of several faults is thrown isn't
    /// fixed.
    ///
    /// Every part runs to its end also when the caller's task is cancelled: what wasn't looked at would count as right.
    func checkConcurrently(
        partCount: Int, besides checkRest: () throws(MLSError) -> Void = {},
        _ check: @escaping @Sendable (Element) throws(MLSError) -> Void
    ) async throws(MLSError) {
        let partCount = Swift.max(1, Swift.min(partCount, count))
        let fault = await withTaskGroup(of: MLSError?.self) { group -> MLSError? in
            for part in 0..<partCount {
                let elements = self[count * part / partCount..<count * (part + 1) / partCount]
                group.addTask { elements.firstFault(check) }
            }
            do throws(MLSError) { try checkRest() } catch { return error }
            return await group.first { $0 != nil } ?? nil
        }
        if let fault { throw fault }
    }
}

extension ArraySlice {
    fileprivate func firstFault(_ check: (Element) throws(MLSError) -> Void) -> MLSError? {
        for element in self {
            do throws(MLSError) { try check(element) } catch { return error }
        }
        return nil
    }
}
