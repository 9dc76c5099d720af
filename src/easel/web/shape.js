// The picture's shape: a ratio of the model's table, a resolution where there are several, or a size in pixels.

import { field } from "./controls.js";
import { at, make } from "./elements.js";

/** Shapes for models that take any size, with about the default's pixels. */
const COMMON = ["1:1", "4:3", "3:2", "16:9", "3:4", "2:3", "9:16"];
const CUSTOM = "custom";
/** Sides that follow from a ratio are multiples of so many pixels. */
const STEP = 16;

/** Controls of which it stays when they are made anew what was set in them. */
const LISTS = ["ratio", "resolution"];
const SIDES = ["width", "height"];

let shapes = {};

/** Offer the shapes of a model in a dialect; with an input picture, leaving it open may keep that picture's shape. */
export function showShapes({ sizes }, dialect, { withPicture }) {
  const kept = at("ratio")?.value === CUSTOM ? [...LISTS, ...SIDES] : LISTS;
  const before = kept.filter(at).map((id) => [id, at(id).value]);
  const resolutions = Object.keys(sizes.ratios);
  shapes = resolutions.length ? sizes.ratios : sizes.explicit === "free" ? { "1K": computed(sizes) } : {};
  const fields = [];
  if (Object.keys(shapes).length) {
    fields.push(
      field("shape", ratios(sizes, { auto: withPicture && sizes.follow_input, custom: !dialect.noPixels }), []),
    );
    if (resolutions.length > 1 && !dialect.noResolution) fields.push(field("resolution", choice(resolutions), []));
    fields.push(sides(sizes));
  }
  at("shape").replaceChildren(...fields);
  for (const [id, value] of before) put(id, value);
}

/** `{ratio, resolution, size}` or `{size}` as it was chosen; null leaves it to the model. */
export function readShape() {
  const value = at("ratio")?.value;
  const resolution = at("resolution")?.value ?? "1K";
  if (value === CUSTOM) return { size: `${at("width").value || 0}x${at("height").value || 0}` };
  if (value) return { ratio: value, resolution, size: shapes[resolution][value] };
  return resolution === "1K" ? null : { ratio: "1:1", resolution, size: shapes[resolution]["1:1"] };
}

/** Choose a shape as `readShape` gave it. */
export function setShape(shape) {
  const [width, height] = shape?.size?.split("x") ?? [];
  put("ratio", shape?.ratio ?? (shape ? CUSTOM : ""));
  put("resolution", shape?.resolution ?? "1K");
  if (!shape || shape.ratio) return;
  put("width", width);
  put("height", height);
}

/** Set one control, if it is shown; what a list does not have leaves its first entry. */
function put(id, value) {
  const control = at(id);
  if (!control) return;
  control.value = value;
  if (control.selectedIndex === -1) control.selectedIndex = 0;
  control.dispatchEvent(new Event("change"));
}

function ratios(sizes, { auto, custom }) {
  const open = make("option", {
    value: "",
    text: auto ? "as_picture" : "by_default",
    values: { value: pixels(sizes.default) },
  });
  const known = Object.entries(shapes["1K"]).map(([value, size]) => make("option", { value }, named(value, size)));
  const select = make("select", { id: "ratio" }, open, ...known);
  if (sizes.explicit === "free" && custom) select.append(make("option", { value: CUSTOM, text: "custom_size" }));
  select.addEventListener("change", () => (at("sides").hidden = select.value !== CUSTOM));
  return select;
}

function choice(resolutions) {
  const options = resolutions.map((value) => make("option", { value, selected: value === "1K" }, value));
  const select = make("select", { id: "resolution" }, ...options);
  select.addEventListener("change", () => {
    for (const option of at("ratio").options) {
      const size = shapes[select.value][option.value];
      if (size) option.textContent = named(option.value, size);
    }
  });
  return select;
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
const named = (ratio, size) => `${ratio}  ·  ${pixels(size)}`;
