"""Settings as another process finds them: they are read once, when it starts."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def new_settings(tmp_path):
    """A function that reads the settings anew, in a folder of their own, with these variables."""

    def read(**variables: str) -> subprocess.CompletedProcess:
        plain = {key: value for key, value in os.environ.items() if "CLEARDAYS" not in key}
        return subprocess.run(
            [sys.executable, "-m", "cleardays", "verify"],
            env={**plain, "CLEARDAYS_DATA": str(tmp_path), **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return read
