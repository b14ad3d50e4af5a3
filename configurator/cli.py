"""The command line: `configurator <command>`. JSON to standard output, errors to standard error with exit code 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from configurator.commands import COMMANDS
from configurator.config import SettingError
from incentives.fault import Fault as FaultOfTerms
from rooms.fault import Fault as FaultOfPlan
from samples.fault import Fault as FaultOfColours

BAD_INPUT = (FaultOfPlan, FaultOfTerms, FaultOfColours, SettingError, UnicodeDecodeError, OSError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    parser = argparse.ArgumentParser(prog="configurator", description="Rooms, colours and the designer's fee.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except BrokenPipeError:
        return 0
    except BAD_INPUT as fault:
        print(f"configurator: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
