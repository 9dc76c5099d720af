// A picture's shape, as the dialects that take sizes in pixels and ratios by name write it.

/** `size` for models of free sizes, a ratio and a resolution of the table for all others. */
export function sized({ shape, card }) {
  if (!shape) return {};
  if (shape.size && (card.sizes.explicit === "free" || !shape.ratio)) return { size: shape.size };
  return ratio(shape);
}

/** The ratio, and the resolution where it is not the usual one. */
export function ratio(shape) {
  return { aspect_ratio: shape.ratio, image_size: shape.resolution === "1K" ? undefined : shape.resolution };
}
