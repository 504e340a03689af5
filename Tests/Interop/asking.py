"""A line on which a client asks a relay: requests, answers, events."""

import struct

import wire

START, CLAIM_NAME, RELEASE_NAME, LOOK_UP, PUBLISH, COUNT, CLAIM = 32, 33, 34, 35, 36, 37, 38
DELIVER, SET_TOKEN, FOLLOW_INBOX, ACKNOWLEDGE, APPEND = 39, 40, 41, 42, 43
OPEN_ROOM, FOLLOW, UNFOLLOW = 46, 48, 49
DONE, REFUSED, STARTED, FOUND, COUNTED, CLAIMED, APPENDED, OPENED, FOLLOWING = 96, 97, 98, 99, 100, 101, 102, 104, 105
ENTRIES, WITHHELD, INBOX = 128, 129, 131

UNKNOWN_REQUEST, MALFORMED, VERSION, OUT_OF_TURN, NOT_ALLOWED, UNKNOWN, NAME_TAKEN = 1, 2, 3, 4, 5, 6, 7
PARENT_HAS_COMMIT, ROOM_EXISTS = 10, 12


class Refused(Exception):
    def __init__(self, body):
        self.code, self.detail = struct.unpack(">HQ", body)
        super().__init__(f"code {self.code}, detail {self.detail}")


class Asking:
    """Numbers requests, and keeps what comes of its own accord meanwhile."""

    def __init__(self, line):
        self.line, self.number, self.events = line, 0, []

    @classmethod
    def dial(cls, invite, person):
        """A line that has started."""
        asking = cls(wire.dial(invite, person))
        body = asking.ask(START, struct.pack(">H", 1), STARTED)
        assert body[:2] == b"\0\1" and len(body) == 10, body
        return asking

    def send(self, kind, body=b""):
        self.number += 1
        self.line.send(kind, struct.pack(">I", self.number) + body)
        return self.number

    def ask(self, kind, body, answer):
        """The body of the answer, which must be of one kind."""
        return self.hear(self.send(kind, body), answer)

    def hear(self, number, answer):
        while True:
            kind, body = self._next()
            if kind >= 128:
                self.events.append((kind, body))
                continue
            assert struct.unpack_from(">I", body) == (number,), "an answer to another request"
            if kind == REFUSED:
                raise Refused(body[4:])
            assert kind == answer, f"an answer of kind {kind} instead of {answer}"
            return body[4:]

    def event(self, kind):
        if not self.events:
            self.events.append(self._next())
        found, body = self.events.pop(0)
        assert found == kind, f"an event of kind {found} instead of {kind}"
        return body

    def refusal(self, kind, body=b""):
        """The code by which a request is refused, and its detail."""
        try:
            self.ask(kind, body, None)
        except Refused as refused:
            return refused.code, refused.detail
        raise AssertionError("it wasn't refused")

    def end(self):
        self.line.end()

    def _next(self):
        while True:
            message = self.line.receive()
            assert message is not None, "FIN instead of an answer"
            if message[0] == wire.PING:
                self.line.send(wire.PONG, message[1])
                continue
            return message
