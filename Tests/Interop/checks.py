"""One line for each check; the exit status says whether all held."""

import sys
import traceback


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def run(self, fact, check, *arguments):
        try:
            check(*arguments)
        except Exception:
            self.failed += 1
            print(f"FAIL  {fact}", flush=True)
            traceback.print_exc(limit=-4, file=sys.stdout)
        else:
            self.passed += 1
            print(f"ok    {fact}", flush=True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 0 if self.failed == 0 and self.passed > 0 else 1
