"""What may be typed about users and their roles."""

from typing import Any

from django import forms
from django.utils.timezone import localdate

from cleardays.design.forms import DayField
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.accounts.actions import roles_in_words
from cleardays.workroom.accounts.models import User
from cleardays.workroom.people.models import Committee, Organisation


class UserForm(forms.Form):
    """A user, by post."""

    post = forms.CharField(
        max_length=200,
        label="Post",
        help_text="Such as: Senior Democratic Services Officer. Pages show the post, not a name.",
    )
    organisation = forms.ModelChoiceField(queryset=Organisation.objects.all())
    email = forms.EmailField(label="E-mail address", help_text="For signing in.")

    @classmethod
    def of(cls, user: User, data: Any) -> "UserForm":
        """Return the form as filled in for a user."""
        known = {"post": user.post, "organisation": user.organisation_id, "email": user.email}
        return cls(data, initial=known)


class RoleForm(forms.Form):
    """A role held in a committee, or the whole council, from a day to a day."""

    role = forms.TypedChoiceField(
        label="Role", choices=roles_in_words, coerce=RoleName, widget=forms.RadioSelect
    )
    committee = forms.ModelChoiceField(
        queryset=Committee.objects.all(),
        required=False,
        empty_label="The whole council, committees to come included",
        label="Where",
    )
    since = DayField(label="From", initial=localdate)
    until = DayField(label="Until", required=False, help_text="The last day; empty if not known.")


class EndRoleForm(forms.Form):
    """The last day of a role."""

    until = DayField(label="Last day", initial=localdate)
