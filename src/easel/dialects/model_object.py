"""A model card as OpenAI's `model` object."""

from easel.core.model_card import ModelCard, Parameter, Sizes

PAINTER_NOTE = "Made by the built-in painter: it draws scenes from the words of the prompt, without a neural network."


def model_object(card: ModelCard) -> dict[str, object]:
    """OpenAI's four fields, and after them what the card tells: enough to offer the model's controls."""
    engine = card.routes[0].engine if card.routes else None
    return {
        "id": card.id,
        "object": "model",
        "created": card.created,
        "owned_by": card.owner,
        "title": card.title,
        "description": card.description,
        "description_zh": card.description_zh,
        "aliases": list(card.aliases),
        "modes": list(card.modes),
        "dialect": card.dialect,
        "engine": engine,
        "engine_note": PAINTER_NOTE if engine == "painter" else None,
        "prompt_max_chars": card.prompt_max_chars,
        "prompt_required": card.prompt_required,
        "parameters": {name: _parameter(parameter) for name, parameter in card.parameters.items()},
        "references": {role.value: {"min": rule.min, "max": rule.max} for role, rule in card.references.items()},
        "sizes": _sizes(card.sizes),
        "price_micros": card.price_micros,
        "free_pictures": card.free_pictures,
        "url_lifetime_s": card.url_lifetime_s,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    """What is known of a parameter; `above` is an exclusive lower bound."""
    known = {"min": parameter.min, "above": parameter.above, "max": parameter.max, "default": parameter.default}
    choices = {"choices": list(parameter.choices)} if parameter.choices else {}
    return {name: value for name, value in known.items() if value is not None} | choices


def _sizes(sizes: Sizes) -> dict[str, object]:
    """The table of sizes, and the limits in pixels where any size may be asked for."""
    free = {"min_side": sizes.min_side, "max_side": sizes.max_side, "multiple": sizes.multiple}
    return {
        "default": str(sizes.default),
        "explicit": sizes.explicit,
        "follow_input": sizes.follow_input,
        "ratios": {
            resolution: {ratio: str(size) for ratio, size in table.items()}
            for resolution, table in sizes.ratios.items()
        },
    } | (free if sizes.explicit == "free" else {})
