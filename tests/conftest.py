"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real input that CLEARDAYS_CORPUS names; visibly skipped without it."""
    folder = os.environ.get("CLEARDAYS_CORPUS")
    if not folder:
        pytest.skip("CLEARDAYS_CORPUS is not set")
    return Path(folder)
