"""Runs the built program: a relay or a client, its output gathered while it runs, always ended by its own pid."""

import json
import queue
import subprocess
import threading
import time

TIMEOUT_SECONDS = 20


class Program:
    def __init__(self, binary, *arguments):
        self.process = subprocess.Popen(
            [binary, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.lines, self.talk = queue.Queue(), []
        for stream, take in (self.process.stdout, self.lines.put), (self.process.stderr, self.talk.append):
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

    def event_with(self, text):
        """The first event from now on that mentions `text`."""
        return self.events_until(text)[-1]

    def events_until(self, text):
        """The events from now on, up to the first that mentions `text`."""
        events, deadline = [], time.monotonic() + TIMEOUT_SECONDS
        while time.monotonic() < deadline:
            events.append(self.next_event())
            if text in json.dumps(events[-1], ensure_ascii=False):
                return events
        raise AssertionError(f"no event mentions {text!r}")

    def exit_status(self):
        self.process.stdin.close()
        return self.process.wait(TIMEOUT_SECONDS)

    def will_say(self, text):
        """Whether `text` comes on standard error."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while text not in self.said() and time.monotonic() < deadline:
            time.sleep(0.01)
        return text in self.said()

    def said(self):
        return b"".join(line for line in self.talk if line).decode(errors="replace")[-2_000:]

    @staticmethod
    def _gather(stream, take):
        for line in stream:
            take(line)
        take(None)


class Listening(Program):
    """On a free loopback port; `invite` is its invite line."""

    command = None

    def __init__(self, binary, home, *options):
        super().__init__(binary, self.command, "--json", "--listen", "127.0.0.1:0", "--home", home, *options)
        try:
            first = self.next_event()
            assert first["event"] == "listening", f"the first line is {first}"
            self.invite, self.fingerprint = first["invite"], first["fingerprint"]
        except BaseException:
            self.__exit__()
            raise


class Server(Listening):
    """`sotto server`."""

    command = "server"


class Host(Listening):
    """`sotto host`; `link` is the link into its room."""

    command = "host"

    def __init__(self, binary, home, *options):
        super().__init__(binary, home, *options)
        try:
            self.link = self.event_with('"invitation"')["link"]
        except BaseException:
            self.__exit__()
            raise
