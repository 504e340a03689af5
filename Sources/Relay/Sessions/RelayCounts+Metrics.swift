import Synchronization

extension RelayCounts {
    var metrics: [RelayMetric] {
        [
            RelayMetric("lines", .gauge, "Lines that are served.", lines.count),
            RelayMetric("requests_total", .counter, "Requests that came.", requests.count),
            RelayMetric("refusals_total", .counter, "Requests that were refused.", refusals.count),
            RelayMetric("appends_total", .counter, "Entries that became part of a room's log.", appends.count),
            RelayMetric("inbox_items_total", .counter, "Items that were put into an inbox.", items.count),
            RelayMetric("whispers_total", .counter, "Whispers that were passed on.", whispers.count),
            RelayMetric("deliveries_total", .counter, "Events that were sent, each to one line.", deliveries.count),
            RelayMetric(
                "deliveries_from_log_total", .counter, "Events that were read from the log to be sent.",
                deliveriesFromLog.count),
            RelayMetric(
                "fallen_behind_total", .counter, "Times that a line took less than there was to send.",
                fallenBehind.count),
            RelayMetric("groups_total", .counter, "Groups of requests that were committed together.", groups.count),
            RelayMetric("group_requests_total", .counter, "Requests in those groups.", groupRequests.count),
            RelayMetric("failed_groups_total", .counter, "Groups that the storage didn't take.", failedGroups.count),
            RelayMetric(
                "commit_seconds_total", .counter, "Time in which groups were decided and written to the disk.",
                Double(commitNanoseconds.count) / 1e9),
            RelayMetric("reads_total", .counter, "Reads from the storage, for requests and followers.", reads.count),
            RelayMetric("read_failures_total", .counter, "Reads that the storage refused.", readFailures.count),
            RelayMetric("swept_rows_total", .counter, "Rows that were too old.", sweptRows.count),
            RelayMetric("cached_rooms", .gauge, "Rooms that are held in memory.", cachedRooms.count),
            RelayMetric("disk_bytes", .gauge, "Bytes on disk.", diskBytes.count),
        ]
    }
}
