"""The components, by what they are for; `templatetags.ui` hands them to templates as one."""
