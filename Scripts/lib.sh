# shellcheck shell=bash
# What the scripts here share: finding out what is missing, and getting it or saying how.
# For bash 3.2 (macOS) and later. All talk goes to standard error.

# shellcheck disable=SC2034 # for those who read this file
root=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
swift_oldest="6.2"
macos_oldest=26

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

# Swift itself is never installed from here: there are too many good ways to have it.
require_swift() {
    local where="Get Swift $swift_oldest or later from https://www.swift.org/install and run this again."
    command -v swift >/dev/null || stop "Sotto is written in Swift, and there is no \`swift\` on this machine. $where"
    local version
    version=$(swift --version 2>/dev/null </dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    [ -n "$version" ] || stop "\`swift --version\` doesn't say which Swift this is. $where"
    is_at_least "$version" "$swift_oldest" || stop "This is Swift $version, and Sotto needs $swift_oldest. $where"
    require_macos
}

require_macos() {
    [ "$(uname -s)" = Darwin ] || return 0
    local version
    version=$(sw_vers -productVersion)
    is_at_least "$version" "$macos_oldest.0" || stop "This is macOS $version, and Sotto needs macOS $macos_oldest."
}

# Whether version $1 is $2 or later, by their first two numbers.
is_at_least() {
    local major=${1%%.*} oldest_major=${2%%.*} rest=${1#*.} oldest_minor=${2#*.}
    [ "$rest" != "$1" ] || rest=0
    local minor=${rest%%.*}
    [ "$major" -gt "$oldest_major" ] || { [ "$major" -eq "$oldest_major" ] && [ "$minor" -ge "$oldest_minor" ]; }
}

# The libraries that aren't Swift packages, and the tool that tells Swift where they lie.
require_libraries() {
    if has_libsodium && has_sqlite && has_qrencode; then return 0; fi
    install_packages "libsodium, SQLite and libqrencode with their headers, and pkg-config" \
        apt="libsodium-dev libsqlite3-dev libqrencode-dev pkg-config" brew="libsodium qrencode pkgconf" \
        dnf="libsodium-devel sqlite-devel qrencode-devel pkgconf-pkg-config" \
        pacman="libsodium sqlite qrencode pkgconf" zypper="libsodium-devel sqlite3-devel qrencode-devel pkg-config" \
        apk="libsodium-dev sqlite-dev libqrencode-dev pkgconf"
    has_sqlite || stop "SQLite is installed, and \`pkg-config --exists sqlite3\` still doesn't find it."
    has_qrencode || stop "libqrencode is installed, and \`pkg-config --exists libqrencode\` still doesn't find it."
    has_libsodium || stop "libsodium is installed, and \`pkg-config --exists libsodium\` still doesn't find it." \
        "If it lies in a place of its own, name the folder of its libsodium.pc in PKG_CONFIG_PATH."
}

has_qrencode() { command -v pkg-config >/dev/null && pkg-config --exists libqrencode; }

has_libsodium() { command -v pkg-config >/dev/null && pkg-config --exists libsodium; }

# On macOS it came with the compiler.
has_sqlite() {
    [ "$(uname -s)" != Darwin ] || return 0
    command -v pkg-config >/dev/null && pkg-config --exists sqlite3
}

# The headers of C++: a package that Sotto depends on is written in it.
require_cxx() {
    if has_cxx; then return 0; fi
    [ "$(uname -s)" != Darwin ] || stop "The headers of C++ are missing. Type this, then run this again:
    xcode-select --install"
    install_packages "the headers of C++" \
        apt="g++" dnf="gcc-c++" pacman="gcc" zypper="gcc-c++" apk="g++"
    has_cxx || stop "They are installed, and Swift's own compiler still doesn't find them."
}

# Asked of the clang that came with Swift, which is the one that will need them.
has_cxx() {
    local clang
    clang=$(dirname "$(swift_binary)")/clang
    [ -x "$clang" ] || clang=clang
    printf '#include <string>\n' | "$clang" -x c++ -fsyntax-only - 2>/dev/null
}

# Where `swift` really lies, through however many links.
swift_binary() {
    local path next
    path=$(command -v swift)
    while next=$(readlink "$path"); do
        case $next in
            /*) path=$next ;;
            *) path=$(dirname "$path")/$next ;;
        esac
    done
    echo "$path"
}

# Python, for the tests that talk to the program from outside.
require_python() {
    if has_python; then return 0; fi
    install_packages "Python 3 with venv, for the tests" \
        apt="python3 python3-venv" brew="python3" dnf="python3" pacman="python" zypper="python3" apk="python3"
    has_python || stop "Python is installed, and \`python3 -m venv\` still doesn't work."
}

has_python() { command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null; }

require_shellcheck() {
    if command -v shellcheck >/dev/null; then return 0; fi
    install_packages "shellcheck" apt="shellcheck" brew="shellcheck" dnf="ShellCheck" pacman="shellcheck" \
        zypper="ShellCheck" apk="shellcheck"
}

# For the test that no acknowledgement of a relay leaves before its sync; elsewhere that test says that it didn't run.
require_strace() {
    [ "$(uname -s)" = Linux ] || return 0
    if command -v strace >/dev/null; then return 0; fi
    install_packages "strace" apt="strace" dnf="strace" pacman="strace" zypper="strace" apk="strace"
}

# For the test that reads pictures of QR codes off a screen; without it that test says that it didn't run.
require_zbar() {
    if command -v zbarimg >/dev/null; then return 0; fi
    install_packages "zbar" apt="zbar-tools" brew="zbar" dnf="zbar" pacman="zbar" zypper="zbar" apk="zbar"
}

# install_packages WHAT MANAGER="PACKAGES"...
# Installs by apt or brew where that is allowed; otherwise says the command and stops.
install_packages() {
    local what=$1 manager packages
    shift
    manager=$(package_manager)
    packages=$(packages_for "$manager" "$@")
    say "Needed: $what."
    case $manager in
        apt) install_by_apt "$packages" ;;
        brew) install_by_brew "$packages" ;;
        none) stop "This system's packages aren't known here. Install that as you install things, then run this again." ;;
        *) explain "$(install_command "$manager") $packages" ;;
    esac
}

package_manager() {
    if [ "$(uname -s)" = Darwin ]; then
        echo brew
        return 0
    fi
    local name
    for name in apt-get dnf pacman zypper apk; do
        if command -v "$name" >/dev/null; then
            echo "${name%-get}"
            return 0
        fi
    done
    echo none
}

# The packages that the pair of this manager names, of all pairs MANAGER="PACKAGES".
packages_for() {
    local manager=$1 pair
    shift
    for pair in "$@"; do
        if [ "${pair%%=*}" = "$manager" ]; then echo "${pair#*=}"; fi
    done
}

install_command() {
    case $1 in
        dnf) echo "sudo dnf install" ;;
        pacman) echo "sudo pacman -S --needed" ;;
        zypper) echo "sudo zypper install" ;;
        apk) echo "sudo apk add" ;;
    esac
}

explain() { stop "Type this, then run this again:
    $*"; }

install_by_apt() {
    local packages=$1 as_root by_hand
    by_hand=$(apt_by_hand "$packages")
    as_root=$(root_command) || explain "$by_hand"
    say "Installing it: ${as_root:+$as_root }apt-get install $packages"
    # An index that can't be refreshed may still do; what can't be installed can't.
    apt_get "$as_root" update -q || say "The package lists couldn't be refreshed; trying with those that are here."
    # shellcheck disable=SC2086 # several packages
    apt_get "$as_root" install -y -q --no-install-recommends $packages ||
        stop "apt-get couldn't install it; its words stand above. By hand: $by_hand"
}

apt_get() {
    local as_root=$1
    shift
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@" </dev/null >&2
}

# What to put before a command that needs root: nothing, or sudo if it asks for no password or there is somebody to
# ask. Fails where there is no way.
root_command() {
    if [ "$(id -u)" -eq 0 ]; then return 0; fi
    command -v sudo >/dev/null || return 1
    if sudo -n true 2>/dev/null </dev/null; then
        echo "sudo -n"
    elif [ -t 2 ] && (: </dev/tty) 2>/dev/null; then
        echo sudo
    else
        return 1
    fi
}

# What somebody would type.
apt_by_hand() {
    if [ "$(id -u)" -eq 0 ]; then
        echo "apt-get update && apt-get install $1"
    elif command -v sudo >/dev/null; then
        echo "sudo apt-get update && sudo apt-get install $1"
    else
        echo "su -c 'apt-get update && apt-get install $1'"
    fi
}

install_by_brew() {
    local packages=$1
    command -v brew >/dev/null || stop "Homebrew isn't on this machine. Get it from https://brew.sh, then type" \
        "\`brew install $packages\` and run this again."
    say "Installing it: brew install $packages"
    # shellcheck disable=SC2086 # several packages
    brew install $packages </dev/null >&2 || stop "brew couldn't install it; its words stand above."
}
