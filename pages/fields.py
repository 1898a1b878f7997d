"""A StreamField whose block definitions stay out of migrations."""

from typing import Any

from wagtail.blocks import Block, StreamValue
from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """Wagtail's StreamField, deconstructed without its blocks.

    A block edit then needs no migration, and a field repeated once per language does not
    repeat its definitions. In a migration's historical model the field has no blocks: there it
    holds the stored JSON itself (a list of ``{"type", "value", "id"}`` or ``None``), and saving
    the historical model writes that JSON back unchanged.

    The class keeps the name ``StreamField``: ``MODELTRANSLATION_CUSTOM_FIELDS`` goes by name.
    """

    def __init__(
        self,
        block_types: Block | type[Block] | list[tuple[str, Block]] | None = None,
        **kwargs: Any,
    ) -> None:
        self.holds_raw_json = block_types is None
        super().__init__([] if block_types is None else block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super(WagtailStreamField, self).deconstruct()
        return name, path, [], kwargs

    def clone(self) -> "StreamField":
        """Copy the field with its blocks (``deconstruct`` alone would lose them)."""
        _name, _path, _args, kwargs = self.deconstruct()
        kwargs |= {key: value for key, value in self.block_opts.items() if key != "required"}
        return type(self)(None if self.holds_raw_json else self.block_types_arg, **kwargs)

    def to_python(self, value: Any) -> Any:
        if self.holds_raw_json:
            return value
        return super().to_python(value)

    def get_default(self) -> Any:
        if self.holds_raw_json:
            return super(WagtailStreamField, self).get_default()
        return super().get_default()

    def get_prep_value(self, value: Any) -> Any:
        if self.holds_raw_json and not isinstance(value, StreamValue):
            return value
        return super().get_prep_value(value)
