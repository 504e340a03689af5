import Foundation

/// A clock that is wrong by as much as a test likes, for programs that are begun under it: whoever sets the clock may
/// move it any way, also while they run.
final class ShiftedClock {
    private let temporary: TemporaryFolder
    /// What `/bin/sh` does before such a program takes its place.
    let shell: String

    static let isMissing = (try? ShiftedClock()) == nil

    struct CannotBeHad: Error {}

    init() throws {
        temporary = TemporaryFolder()
        let (source, library, shift) = (
            temporary.path("clock.c"), temporary.path("clock.so"), temporary.path("seconds")
        )
        try Self.code.write(toFile: source, atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/bin/sh")
        compiler.arguments = ["-c", "cc -shared -fPIC -o '\(library)' '\(source)' 2>/dev/null"]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw CannotBeHad() }
        shell = "export LD_PRELOAD='\(library)' SOTTO_TEST_CLOCK='\(shift)'"
        move(by: 0)
    }

    /// From now on it is wrong by that much.
    func move(by seconds: Int) { temporary.write(Array("\(seconds)\n".utf8), to: "seconds") }

    private static let code = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>
        static long shift(void) {
            char text[32] = {0};
            const char *path = getenv("SOTTO_TEST_CLOCK");
            int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
            if (file < 0) return 0;
            if (read(file, text, sizeof text - 1) < 0) text[0] = 0;
            close(file);
            return atol(text);
        }
        int clock_gettime(clockid_t clock, struct timespec *now) {
            int result = syscall(SYS_clock_gettime, clock, now);
            if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += shift();
            return result;
        }
        int gettimeofday(struct timeval *restrict now, void *restrict zone) {
            struct timespec exact;
            if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
            now->tv_sec = exact.tv_sec;
            now->tv_usec = exact.tv_nsec / 1000;
            return 0;
        }
        time_t time(time_t *to) {
            struct timespec exact;
            if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
            if (to) *to = exact.tv_sec;
            return exact.tv_sec;
        }
        """
}
