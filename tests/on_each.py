"""Amira's plan and the application, on each database."""

import pytest
from cast import Plan, prepare
from flask import Flask
from sqlalchemy import Engine
from web.fixtures import SETTINGS

from minplan import create_app


@pytest.fixture
def amira(database: Engine) -> Plan:  # noqa: ARG001
    """Her plan, on each database."""
    return prepare()


@pytest.fixture
def app(amira: Plan) -> Flask:  # noqa: ARG001
    """The application there."""
    return create_app(SETTINGS)
