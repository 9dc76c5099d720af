// The controls of a model's parameters, made from its card: what the model takes and the dialect has a word for.

import { at, make } from "./elements.js";
import { say } from "./language.js";

const ORDER = [
  "n",
  "seed",
  "style",
  "style_weight",
  "quality",
  "background",
  "strength",
  "steps",
  "guidance_scale",
  "rewrite_prompt",
  "negative_prompt",
];
const STEPS = { guidance_scale: 0.5, strength: 0.05, style_weight: 0.05 };

let shown = [];

/** Make the controls anew; what was typed is kept where the new model has the same parameter. */
export function showControls(card, dialect, { withPicture }) {
  const before = readControls();
  const names = ORDER.filter((name) => name in card.parameters && dialect.parameters.includes(name));
  // Only an input picture can be left behind.
  shown = names.filter((name) => name !== "strength" || withPicture);
  const fields = shown.map((name) => field(name, input(name, card.parameters[name]), rule(card.parameters[name])));
  if (dialect.formats) fields.push(field("format", select("format", dialect.formats, "png"), []));
  if (dialect.watermark) fields.push(field("watermark", tick("watermark", false), []));
  if (dialect.streams) fields.push(field("stream", tick("stream", true), []));
  at("controls").replaceChildren(...fields);
  for (const [name, value] of Object.entries(before)) setControl(name, value);
}

/** What was set, by the card's names; what was left alone is not in it. */
export function readControls() {
  const values = {};
  for (const name of [...shown, "format", "watermark", "stream"]) {
    const control = at(name);
    if (!control) continue;
    if (control.type === "checkbox") {
      if (control.checked !== control.defaultChecked) values[name] = control.checked;
    } else if (control.value !== "") {
      values[name] = control.type === "number" ? Number(control.value) : control.value;
    }
  }
  return values;
}

/** Set one control, if it is shown; an empty value leaves it to the model. */
export function setControl(name, value) {
  const control = at(name);
  if (!control || !at("controls").contains(control)) return;
  if (control.type === "checkbox") control.checked = value ?? control.defaultChecked;
  else control.value = value ?? "";
  if (control.selectedIndex === -1) control.selectedIndex = 0;
}

function input(name, parameter) {
  if (parameter.choices) return select(name, parameter.choices, parameter.default);
  if (name === "negative_prompt") return make("textarea", { id: name, rows: 2 });
  if (typeof parameter.default === "boolean") return tick(name, parameter.default);
  const control = make("input", { id: name, type: "number", inputMode: "decimal", step: STEPS[name] ?? 1 });
  if (parameter.min !== undefined) control.min = parameter.min;
  if (parameter.max !== undefined) control.max = parameter.max;
  if (parameter.default !== undefined) control.placeholder = parameter.default;
  if (name === "seed") {
    control.dataset.placeholder = "random";
    control.placeholder = say("random");
  }
  return control;
}

const tick = (id, defaultChecked) => make("input", { id, type: "checkbox", defaultChecked });

function select(name, choices, preset) {
  const first = make("option", {
    value: "",
    text: preset === undefined ? "by_model" : "by_default",
    values: { value: preset },
  });
  return make(
    "select",
    { id: name },
    first,
    ...choices.filter((choice) => choice !== preset).map((value) => make("option", { value }, value)),
  );
}

/** The range of a number, as a key of the texts and its values. */
function rule({ min, above, max }) {
  const low = min ?? above;
  if (low === undefined || max === undefined) return [];
  return [above === undefined ? "range" : "range_above", { low, high: max }];
}

/** A labelled control with its rule and a place for what is wrong with it. */
export function field(name, control, [key, values]) {
  control.setAttribute("aria-describedby", `${name}-note ${name}-fault`);
  const label = make("label", { htmlFor: control.id || name, text: `p_${name}` });
  const note = make("p", { id: `${name}-note`, className: "note", text: key, values });
  const fault = make("p", { id: `${name}-fault`, className: "fault" });
  const wide = control.tagName === "TEXTAREA" ? " wide" : control.type === "checkbox" ? " tick" : "";
  return make("div", { className: `field${wide}`, data: { field: name } }, label, control, note, fault);
}
