import Dispatch
import Synchronization
import Terminal

/// A prompt at the foot of a terminal, above which lines arrive without touching what is being typed.
///
/// Everything happens on one queue: keys, lines to show, the size of the window.
final class PromptConsole: Console {
    private static let escapeMilliseconds = 30
    private static let readBytesMax = 4_096

    private let work = ConsoleQueue(label: "sotto.terminal")
    private var queue: DispatchQueue { work.queue }
    private let state: Mutex<PromptState?>

    init(prompt: StyledText, colour: Bool, lineBytesMax: Int) throws(Failure) {
        do throws(ErrorNumber) {
            state = Mutex(try PromptState(prompt: prompt, colour: colour, lineBytesMax: lineBytesMax))
        } catch {
            throw Failure(.failed, "The terminal can't be used: \(error.text).", mend: "Try --plain.")
        }
    }

    func start(onInput: @escaping @Sendable (ConsoleInput) -> Void) throws(Failure) {
        queue.async { [self] in
            let source = DispatchSource.makeReadSource(fileDescriptor: DescriptorNumber.input.value, queue: queue)
            source.setEventHandler { [weak self] in self?.keysArrived(onInput: onInput) }
            let resize = SignalWatch(.windowChange, on: queue) { [weak self] in self?.windowChanged() }
            let resume = SignalWatch(.resume, on: queue) { [weak self] in self?.windowChanged() }
            state.withLock { $0?.begin(reading: source, watching: [resize, resume]) }
        }
    }

    func show(_ line: ConsoleLine, shown: @escaping @Sendable () -> Void) {
        work.add { [self] in
            if print(line) { shown() }
        }
    }

    func tell(_ line: ConsoleLine) {
        work.addOptional { [self] in _ = print(line) }
    }

    func finish(hurried: Bool) {
        work.finish(hurried: hurried) { [self] in
            let last = state.withLock { state in
                defer { state = nil }
                return state?.end()
            }
            last?.cancel()
        }
    }

    /// `false` if the terminal didn't take it, or isn't ours any more.
    private func print(_ line: ConsoleLine) -> Bool { state.withLock { $0?.print(line.text) ?? false } }

    private func windowChanged() { state.withLock { $0?.resize() } }

    private func keysArrived(onInput: @escaping @Sendable (ConsoleInput) -> Void) {
        guard let bytes = try? DescriptorNumber.input.read(atMost: Self.readBytesMax), !bytes.isEmpty else {
            state.withLock { $0?.stopReading() }
            return onInput(.end)
        }
        let inputs = state.withLock { $0?.take(bytes) ?? [] }
        for input in inputs { onInput(input) }
        guard state.withLock({ $0?.hasPendingEscape ?? false }) else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.escapeMilliseconds)) { [weak self] in
            let inputs = self?.state.withLock { $0?.flushPendingEscape() ?? [] } ?? []
            for input in inputs { onInput(input) }
        }
    }
}
