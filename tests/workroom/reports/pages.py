"""Asking for the pages of a report, and sending what their forms would."""

import html
import io
import re

from django.urls import reverse


def page(client, name, *args, **query):
    return client.get(reverse(f"reports:{name}", args=args), query).content.decode()


def sent(client, report):
    """Return what the form of the editing page would send if nothing were typed."""
    body = page(client, "edit", report.pk)
    data = {}
    for tag in re.findall(r"<input [^>]*>", body):
        found = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_box = found.get("type") == "checkbox"
        if "name" in found and (not is_box or " checked" in tag):
            value = found.get("value", "on" if is_box else "")
            data.setdefault(found["name"], []).append(html.unescape(value))
    areas = r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>'
    for name, words in re.findall(areas, body, re.DOTALL):
        data[name] = [html.unescape(words)]
    return data


def status(client, address):
    """Return how a page or a file answers, and read it to its end, which closes it."""
    response = client.get(address)
    b"".join(response)
    return response.status_code


def add(client, report, **fields):
    file = io.BytesIO(b"Map")
    file.name = "map.txt"
    data = {"label": "Appendix A", "public_title": "Map", "file": file, **fields}
    return client.post(reverse("reports:add_appendix", args=[report.pk]), data)
