// The picture's shape: a ratio of the model's table, a resolution where there are several, or a size in pixels.

import { field } from "./controls.js";
import { at, make } from "./elements.js";

/** Shapes for models that take any size, with about the default's pixels. */
const COMMON = ["1:1", "4:3", "3:2", "16:9", "3:4", "2:3", "9:16"];
const CUSTOM = "custom";
/** Sides that follow from a ratio are multiples of so many pixels. */
const STEP = 16;

let shapes = {};

/** Offer the shapes of a model in a dialect; with an input picture, leaving it open may keep that picture's shape. */
export function showShapes(card, dialect, { withPicture }) {
  const { sizes } = card;
  const before = at("ratio")?.value;
  const resolutions = Object.keys(sizes.ratios);
  shapes = resolutions.length ? sizes.ratios : sizes.explicit === "free" ? { "1K": computed(sizes) } : {};
  const fields = [];
  if (Object.keys(shapes).length) {
    const auto = withPicture && sizes.follow_input ? "as_picture" : "by_default";
    const ratio = make(
      "select",
      { id: "ratio" },
      make("option", { value: "", text: auto, values: { value: pixels(sizes.default) } }),
    );
    for (const [name, size] of Object.entries(shapes["1K"]))
      ratio.append(make("option", { value: name }, `${name}  ·  ${pixels(size)}`));
    if (sizes.explicit === "free" && !dialect.noPixels)
      ratio.append(make("option", { value: CUSTOM, text: "custom_size" }));
    fields.push(field("shape", ratio, []));
    if (resolutions.length > 1 && !dialect.noResolution) {
      const resolution = make(
        "select",
        { id: "resolution" },
        ...resolutions.map((name) => make("option", { value: name, selected: name === "1K" }, name)),
      );
      resolution.onchange = () => relabel(ratio, resolution.value);
      fields.push(field("resolution", resolution, []));
    }
    fields.push(sides(sizes));
    ratio.addEventListener("change", () => (at("sides").hidden = ratio.value !== CUSTOM));
  }
  at("shape").replaceChildren(...fields);
  if (before) setShape(before);
}

/** `{ratio, resolution, size}` or `{size}` as it was chosen; null leaves it to the model. */
export function readShape() {
  const value = at("ratio")?.value;
  const resolution = at("resolution")?.value ?? "1K";
  if (value === CUSTOM) return { size: `${at("width").value || 0}x${at("height").value || 0}` };
  if (value) return { ratio: value, resolution, size: shapes[resolution][value] };
  return resolution === "1K" ? null : { ratio: "1:1", resolution, size: shapes[resolution]["1:1"] };
}

/** Choose a shape by its ratio, or by width and height. */
export function setShape(ratio, size) {
  const control = at("ratio");
  if (!control) return;
  const known = [...control.options].some((option) => option.value === ratio);
  control.value = known ? ratio : "";
  if (ratio === CUSTOM && size) [at("width").value, at("height").value] = size.split("x");
  at("sides").hidden = control.value !== CUSTOM;
}

function sides({ min_side: low = 256, max_side: high = 4096, multiple = 1, ...sizes }) {
  const [width, height] = sizes.default.split("x");
  const side = (id, value) =>
    make("input", { id, type: "number", min: low, max: high, step: multiple, value, label: `p_${id}` });
  const both = make("div", { className: "sides" }, side("width", width), "×", side("height", height));
  const note = make("p", {
    className: "note",
    text: multiple > 1 ? "sides_multiple" : "sides",
    values: { low, high, multiple },
  });
  return make(
    "div",
    { id: "sides", className: "field", hidden: true },
    make("span", { className: "label", text: "custom_size" }),
    both,
    note,
  );
}

function relabel(select, resolution) {
  for (const option of select.options) {
    const size = shapes[resolution]?.[option.value];
    if (size) option.textContent = `${option.value}  ·  ${pixels(size)}`;
  }
}

/** As the server does it: a size of each ratio with about the default's pixels. */
function computed(sizes) {
  const [width, height] = sizes.default.split("x").map(Number);
  const step = Math.max(sizes.multiple, STEP);
  const table = {};
  for (const ratio of COMMON) {
    const [across, down] = ratio.split(":").map(Number);
    const scale = Math.min(Math.sqrt((width * height) / (across * down)), sizes.max_side / Math.max(across, down));
    table[ratio] = [across, down].map((side) => Math.round((side * scale) / step) * step).join("x");
  }
  return table;
}

const pixels = (size) => size.replace("x", " × ");
