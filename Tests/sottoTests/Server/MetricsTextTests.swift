import NIOCore
import Testing

@testable import sotto

struct MetricsTextTests {
    @Test func isPrometheusText() {
        let metrics = [
            Metric("sotto_connections", .gauge, "Connections that are logged in.", 3),
            Metric(
                "sotto_refusals_total", .counter, "A \\ and\na line.",
                samples: [
                    Metric.Sample(labels: [Metric.Label(name: "why", value: "over \"limit\"\\\n")], value: 0.25),
                    Metric.Sample(
                        labels: [Metric.Label(name: "a", value: "1"), Metric.Label(name: "b", value: "2")],
                        value: .infinity),
                ]),
        ]
        #expect(
            MetricsText.render(metrics) == """
                # HELP sotto_connections Connections that are logged in.
                # TYPE sotto_connections gauge
                sotto_connections 3
                # HELP sotto_refusals_total A \\\\ and\\na line.
                # TYPE sotto_refusals_total counter
                sotto_refusals_total{why="over \\"limit\\"\\\\\\n"} 0.25
                sotto_refusals_total{a="1",b="2"} +Inf

                """)
    }

    @Test(arguments: [
        ("9100", "127.0.0.1", 9_100, true), ("0", "127.0.0.1", 0, true), ("127.0.0.2:1", "127.0.0.2", 1, true),
        ("[::1]:65535", "::1", 65_535, true), ("0.0.0.0:9100", "0.0.0.0", 9_100, false),
        ("192.0.2.1:9100", "192.0.2.1", 9_100, false), ("[::]:9100", "::", 9_100, false),
    ])
    func anAddressIsLoopbackUnlessItSaysOtherwise(text: String, host: String, port: Int, isLoopback: Bool) {
        let address = MetricsAddress(text)
        #expect(address?.socketAddress.ipAddress == host)
        #expect(address?.socketAddress.port == port)
        #expect(address?.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", "x", "-1", "65536", "127.0.0.1", "127.0.0.1:", ":9100", "localhost:9100", "127.0.0.1:+1", "1:2:3",
    ])
    func nothingElseIsAnAddress(text: String) {
        #expect(MetricsAddress(text) == nil)
    }

    @Test func aProcessTellsWhatItHasUsed() {
        let metrics = ProcessMetrics.current()
        #expect(metrics.first?.samples.first.map { $0.value > 0 } == true)
        #if os(Linux)
            #expect(metrics.count == 2)
            #expect(metrics.last?.samples.first.map { $0.value > 1_000_000 } == true)
        #endif
    }
}
