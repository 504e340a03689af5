import Foundation

@testable import sotto

/// A terminal without a screen: what is written to `master` is typed at `terminal`.
struct PseudoTerminal {
    let master: DescriptorNumber
    let terminal: DescriptorNumber

    init?() {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        guard master >= 0, let name = Self.name(master) else { return nil }
        let terminal = open(name, O_RDWR | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        self.master = DescriptorNumber(value: master)
        self.terminal = DescriptorNumber(value: terminal)
    }

    #if canImport(Darwin)
        private static func name(_ master: Int32) -> String? {
            guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else { return nil }
            return String(cString: name)
        }
    #else
        /// Glibc shows `ptsname` to nobody who doesn't ask for X/Open: TIOCSPTLCK and TIOCGPTN do the same.
        private static func name(_ master: Int32) -> String? {
            var (locked, number): (Int32, UInt32) = (0, 0)
            guard ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else { return nil }
            return "/dev/pts/\(number)"
        }
    #endif
}
