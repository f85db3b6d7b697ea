"""Pages for administrators: who signs in, and what they hold where."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.accounts import actions
from cleardays.workroom.accounts.forms import EndRoleForm, RoleForm, UserForm
from cleardays.workroom.accounts.models import RoleHeld, User
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.MANAGE_USERS)
@require_GET
def users(request: ViewerRequest) -> HttpResponse:
    """List users with the roles they hold today."""
    held: dict[int, list[str]] = {}
    for role in RoleHeld.objects.on(localdate()).select_related("committee"):
        held.setdefault(role.user_id, []).append(str(role))
    everybody = User.objects.select_related("organisation").order_by("-is_active", "post")
    context = {"users": [(user, held.get(user.pk, [])) for user in everybody]}
    return TemplateResponse(request, "accounts/users.html", context)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@never_cache
def add_user(request: ViewerRequest) -> HttpResponse:
    """Enter a user, and show their one-time password once."""
    form = UserForm(request.POST or None)
    given: list[tuple[User, str]] = []
    if request.method == "POST" and attempt(
        form,
        lambda data: given.append(actions.create_user(**data, by=request.viewer, at=now())),
    ):
        user, password = given[0]
        context = {"user_shown": user, "password": password, "is_new": True}
        return TemplateResponse(request, "accounts/password.html", context)
    context = {"form": form, "heading": "Add a user"}
    return TemplateResponse(request, "accounts/form.html", context)


@requires(Permission.MANAGE_USERS)
@require_GET
def user(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a user: what they hold and held, and what was done to the account."""
    shown = get_object_or_404(User.objects.select_related("organisation"), pk=pk)
    roles = RoleHeld.objects.filter(user=shown).select_related("committee").order_by("-since")
    context = {
        "user_shown": shown,
        "roles": roles,
        "today": localdate(),
        "history": history_of(shown),
        "is_self": shown.pk == request.viewer.user_id,
    }
    return TemplateResponse(request, "accounts/user.html", context)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def change_user(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(User, pk=pk)
    form = UserForm.of(held, request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_user(held, **data, by=request.viewer, at=now())
    ):
        return redirect("accounts:user", pk)
    context = {"form": form, "heading": f"Change {held}", "user_shown": held}
    return TemplateResponse(request, "accounts/form.html", context)


@requires(Permission.MANAGE_USERS)
@require_POST
@never_cache
def renew_password(request: ViewerRequest, pk: int) -> HttpResponse:
    """Give a new one-time password, and show it once."""
    held = get_object_or_404(User, pk=pk)
    password = actions.renew_password(held, by=request.viewer, at=now())
    context = {"user_shown": held, "password": password, "is_new": False}
    return TemplateResponse(request, "accounts/password.html", context)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def give_role(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(User, pk=pk)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.give_role(held, **data, by=request.viewer, at=now())
    ):
        return redirect("accounts:user", pk)
    context = {"form": form, "heading": f"Give {held} a role", "user_shown": held}
    return TemplateResponse(request, "accounts/form.html", context)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def end_role(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(RoleHeld.objects.select_related("user", "committee"), pk=pk)
    form = EndRoleForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.end_role(held, **data, by=request.viewer, at=now())
    ):
        return redirect("accounts:user", held.user_id)
    heading = f"End a role of {held.user}"
    context = {"form": form, "heading": heading, "user_shown": held.user, "role": held}
    return TemplateResponse(request, "accounts/form.html", context)


@requires(Permission.MANAGE_USERS)
@require_POST
def deactivate(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(User, pk=pk)
    press(
        request,
        lambda: actions.deactivate(held, by=request.viewer, at=now()),
        done=f"{held} can sign in no more.",
    )
    return redirect("accounts:user", pk)


@requires(Permission.MANAGE_USERS)
@require_POST
def reactivate(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(User, pk=pk)
    press(
        request,
        lambda: actions.reactivate(held, by=request.viewer, at=now()),
        done=f"{held} can sign in again.",
    )
    return redirect("accounts:user", pk)


@signed_in
@require_GET
def me(request: ViewerRequest) -> HttpResponse:
    """Show the reader their own post, what they hold, and how they sign in."""
    roles = RoleHeld.objects.on(localdate()).filter(user_id=request.viewer.user_id or 0)
    context = {"roles": roles.select_related("committee")}
    return TemplateResponse(request, "accounts/me.html", context)
