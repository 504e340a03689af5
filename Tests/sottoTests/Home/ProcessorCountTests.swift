import Testing

@testable import sotto

struct ProcessorCountTests {
    @Test(arguments: [
        ("Name:\tsotto\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n", 2), ("Cpus_allowed:\tff,ffffffff", 40),
        ("Cpus_allowed:\t00000000,00000001\n", 1),
    ]) func onlyProcessorsThatMayBeUsedCount(status: String, count: Int) {
        #expect(ProcessorCount.allowed(in: status) == count)
    }

    @Test(arguments: ["", "Cpus_allowed_list:\t0-1\n", "Cpus_allowed:\t0", "Cpus_allowed:"])
    func whatDoesNotSayIsNotUsed(status: String) {
        #expect(ProcessorCount.allowed(in: status) == nil)
    }

    @Test func thereIsAtLeastOne() { #expect(ProcessorCount.usable >= 1) }
}
