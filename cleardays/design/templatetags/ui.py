"""The components as one library of tags, at hand in every template.

One function in `cleardays.design.components`, one template of the same name in `templates/ui` (or
a mark within a line, in `marks`). The signature is the contract: a missing or misspelt argument
fails when the template is compiled, not silently when it is shown. README.md lists them.
"""

from django import template

from cleardays.design.components import charts, facts, frames, law, ways, words

register = template.Library()
for part in (words, ways, facts, charts, law, frames):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
