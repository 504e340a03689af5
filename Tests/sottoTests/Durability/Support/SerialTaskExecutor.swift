import Foundation

/// Runs the tasks that prefer it in the order in which they were made, one piece of one at a time: what each of them
/// asks of a client is asked in that order.
final class SerialTaskExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "test.serial")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
