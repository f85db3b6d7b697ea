"""What addresses are made of: the ref of a document, a kind of document, a form of a table."""

from cleardays.record.schemas.loading import SCHEMAS
from cleardays.site.addresses import REFS
from cleardays.site.tables import FORMS


class AsItIs:
    """Recognises a text in an address, and takes it as it is."""

    regex = ""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class RefConverter(AsItIs):
    """Recognises the ref of a document."""

    regex = REFS


class KindConverter(AsItIs):
    """Recognises a kind of document."""

    regex = "|".join(sorted(SCHEMAS))


class FormConverter(AsItIs):
    """Recognises a form in which tables are given."""

    regex = "|".join(FORMS)
