// What the form asks for, in Easel's own names: the step before a dialect makes a request of it.

import { at } from "./elements.js";
import { readControls, setControl } from "./controls.js";
import { dialectOf } from "./dialects/index.js";
import { choose, chosen } from "./models.js";
import { readShape, setShape } from "./shape.js";
import { setSources, sources } from "./sources.js";

/** Seeds up to so much: every model takes them. */
const SEEDS = 2 ** 31;

/** The form as it stands. */
export function readWish() {
  const card = chosen();
  const { format, watermark, stream = true, ...values } = readControls();
  const { inputs, mask } = sources();
  const dialect = dialectOf(at("dialect").value);
  return {
    card,
    dialect,
    prompt: at("prompt").value,
    shape: readShape(),
    values,
    format,
    watermark,
    stream: stream && Boolean(dialect.streams),
    inputs,
    mask: dialect.masks && card.references.mask && inputs.length ? mask : null,
  };
}

/** Put a wish back into the form. */
export function fillIn({ card, dialect, prompt, shape, values, format, watermark, stream, inputs, mask }) {
  if (chosen() !== card) choose(card.id);
  if (at("dialect").value !== dialect.id) {
    at("dialect").value = dialect.id;
    at("dialect").dispatchEvent(new Event("change", { bubbles: true }));
  }
  setSources(inputs, mask);
  at("prompt").value = prompt;
  setShape(shape);
  for (const name of Object.keys(card.parameters)) setControl(name, values[name]);
  setControl("format", format);
  setControl("watermark", watermark);
  setControl("stream", stream);
  at("form").dispatchEvent(new Event("input"));
}

/** The request that a wish becomes in its dialect. */
export const requestOf = (wish, { stream = false } = {}) => ({
  ...wish.dialect.request({ ...wish, stream }),
  dialect: wish.dialect,
});

/** The wish with a seed of its own, where the model has seeds: so that every picture here can be made again. */
export function withSeed(wish) {
  const seeded = "seed" in wish.card.parameters && wish.dialect.parameters.includes("seed");
  if (!seeded || (wish.values.seed ?? -1) !== -1) return wish;
  return { ...wish, values: { ...wish.values, seed: Math.floor(Math.random() * SEEDS) } };
}
