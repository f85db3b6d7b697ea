"""From the JSON of the record back to documents, whatever version of the fields it was made with.

Fields that a document did not yet have take their defaults; fields that are no more are left out.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.plan import PlanDocument
from cleardays.record.schemas.report import ReportDocument

Document = (
    CommitteeDocument
    | MeetingDocument
    | ReportDocument
    | InspectionDocument
    | PlanDocument
    | MeasureDocument
    | AskDocument
)
Build = Callable[[Any], Any]
Built = TypeVar("Built")

SCHEMAS: dict[str, type[Document]] = {schema.doc_type: schema for schema in Document.__args__}


def load(doc_type: str, body: str) -> Document:
    """Return the document whose canonical JSON is ``body``.

    KeyError for a type unknown here, and for a field that is missing and has no default.
    """
    schema: Any = SCHEMAS[doc_type]
    document: Document = _builder(schema)(json.loads(body))
    return document


def build(wanted: type[Built], plain: Mapping[str, Any]) -> Built:
    """Make one part of a document (an action, a voice) of its plain JSON, and not the rest."""
    schema: Any = wanted
    built: Built = _builder(schema)(plain)
    return built


@cache
def _builder(wanted: Any) -> Build:
    """Return what makes a value of a type out of plain JSON."""
    if dataclasses.is_dataclass(wanted):
        return _dataclass_builder(wanted)
    origin, args = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _optional_builder(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return _tuple_builder(args)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _dataclass_builder(wanted: Any) -> Build:
    hints = get_type_hints(wanted)
    every = {field.name: _builder(hints[field.name]) for field in dataclasses.fields(wanted)}
    nested = {name: build for name, build in every.items() if build is not _as_it_is}
    defaults = {
        field.name: field.default
        for field in dataclasses.fields(wanted)
        if field.default is not dataclasses.MISSING
    }

    def build(plain: dict[str, Any]) -> Any:
        values = {**defaults, **plain}
        if values.keys() != every.keys():
            values = {name: values[name] for name in every}
        for name, build_one in nested.items():
            if name in plain:
                given = plain[name]
                # Most lists of a document are empty: what is nested in them need not be asked.
                values[name] = () if given == [] else build_one(given)
        # Not through __init__: a frozen dataclass guards each of its fields, and a page of a plan
        # is made of thousands.
        made = object.__new__(wanted)
        vars(made).update(values)
        return made

    return build


def _optional_builder(inner: Any) -> Build:
    build = _builder(inner)
    return _as_it_is if build is _as_it_is else lambda v: None if v is None else build(v)


def _tuple_builder(args: tuple[Any, ...]) -> Build:
    """Build tuple[X, ...]; a tuple of fixed length here has only plain values."""
    build = _builder(args[0]) if args[-1] is Ellipsis else _as_it_is
    return tuple if build is _as_it_is else lambda values: tuple(map(build, values))
