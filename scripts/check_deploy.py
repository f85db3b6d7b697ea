"""Django's deployment checks, as a council's settings would be: https on both host names."""

import os
import sys
import tempfile

from django.core.management import execute_from_command_line

with tempfile.TemporaryDirectory() as data:
    os.environ.update(
        CLEARDAYS_DATA=data,
        CLEARDAYS_SITE_URL="https://democracy.council.example",
        CLEARDAYS_WORKROOM_URL="https://workroom.council.example",
        CLEARDAYS_HOSTS="democracy.council.example,workroom.council.example",
    )
    execute_from_command_line(["cleardays", "check", "--deploy", "--fail-level", "WARNING"])
sys.exit(0)
