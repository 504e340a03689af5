/// What every program that Prometheus asks tells of its process, under the names that are usual.
enum ProcessMetrics {
    static func current() -> [Metric] {
        var metrics = [
            Metric(
                "process_cpu_seconds_total", .counter, "User and system time in seconds.", ProcessUsage.processorSeconds
            )
        ]
        if let bytes = ProcessUsage.residentBytes {
            metrics.append(Metric("process_resident_memory_bytes", .gauge, "Memory in RAM.", bytes))
        }
        return metrics
    }
}
