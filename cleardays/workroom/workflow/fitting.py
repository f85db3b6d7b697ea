"""What the database would refuse, refused in words before it gets there."""

from django.core.exceptions import ValidationError
from django.db.models import Model

from cleardays.workroom.workflow.engine import Refused


def refuse_what_does_not_fit(obj: Model, *, exclude: tuple[str, ...] = ()) -> None:
    """Raise Refused with a sentence for each field that is too long, empty or not a choice."""
    try:
        obj.clean_fields(exclude=set(exclude))
    except ValidationError as wrong:
        raise Refused(
            *(
                f"{str(obj._meta.get_field(name).verbose_name).capitalize()}: {words}"  # type: ignore[union-attr]
                for name, said in wrong.message_dict.items()
                for words in said
            )
        ) from wrong
