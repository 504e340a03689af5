"""Runs the built program: a relay or a client, its output gathered while it runs, always ended by its own pid."""

import json
import queue
import subprocess
import threading

TIMEOUT_SECONDS = 20


class Program:
    def __init__(self, binary, *arguments):
        self.process = subprocess.Popen(
            [binary, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.lines, self.errors = queue.Queue(), []
        for stream, take in (self.process.stdout, self.lines.put), (self.process.stderr, self.errors.append):
            threading.Thread(target=self._gather, args=(stream, take), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(TIMEOUT_SECONDS)

    def type(self, text):
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def next_event(self):
        """The next line of standard output, which is one JSON object."""
        try:
            line = self.lines.get(timeout=TIMEOUT_SECONDS)
        except queue.Empty:
            raise AssertionError(f"no line on standard output; standard error: {self.said()}") from None
        assert line is not None, f"the program ended; standard error: {self.said()}"
        return json.loads(line)

    def rest(self):
        """Every further line of standard output, up to its end."""
        return [json.loads(line) for line in iter(lambda: self.lines.get(timeout=TIMEOUT_SECONDS), None)]

    def exit_status(self, piped=""):
        """Once `piped` and the end of its input have reached it."""
        self.process.stdin.write(piped.encode())
        self.process.stdin.close()
        return self.process.wait(TIMEOUT_SECONDS)

    def said(self):
        return b"".join(line for line in self.errors if line).decode(errors="replace")[-2_000:]

    @staticmethod
    def _gather(stream, take):
        for line in stream:
            take(line)
        take(None)


class Relay(Program):
    """`sotto server` on a free loopback port; `invite` is its invite line."""

    def __init__(self, binary, home, *options):
        super().__init__(binary, "server", "--json", "--listen", "127.0.0.1:0", "--home", home, *options)
        try:
            first = self.next_event()
            assert first["event"] == "listening", f"the first line is {first}"
            self.invite, self.fingerprint = first["invite"], first["fingerprint"]
        except BaseException:
            self.__exit__()
            raise

    def stop(self):
        """In order: what it has acknowledged is on disk."""
        self.process.terminate()
        return self.process.wait(TIMEOUT_SECONDS)
