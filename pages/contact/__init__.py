"""The contact form: how it is built, guarded, stored, answered and listed.

``docs/howto/contact-form.md`` describes it for those who edit and run the site.
"""
