// The models that this server has, and the one that is chosen.

import { at, make } from "./elements.js";
import { freeLeft, mayUse } from "./key.js";
import { say, spoken, tell } from "./language.js";
import { address } from "./send.js";

let cards = [];

/** The card of the chosen model: what `/v1/models` tells of it. */
export const chosen = () => cardOf(at("model").value);

/** The card of a model; undefined where this server does not have it. */
export const cardOf = (id) => cards.find((card) => card.id === id);

/** Fetch the list and offer it, the most versatile model first chosen. */
export async function loadModels() {
  const answer = await fetch(address("v1/models"));
  cards = (await answer.json()).data;
  const owners = new Map();
  for (const card of cards) {
    if (!owners.has(card.owned_by)) owners.set(card.owned_by, make("optgroup"));
    owners.get(card.owned_by).append(make("option", { value: card.id }, card.title));
  }
  for (const [owner, group] of owners) group.label = owner;
  at("model").replaceChildren(...owners.values());
  choose(best("generate").id);
  offer();
}

/** Offer what the key may be used with, and choose another model where it is not the chosen one. */
export function offer() {
  for (const option of at("model").options) option.disabled = !mayUse(option.value);
  const other = mayUse(chosen().id) ? null : (best("generate") ?? best("edit", "subject"));
  if (other) choose(other.id);
  else describe();
}

/** Choose a model by its id, and let everybody know. */
export function choose(id) {
  at("model").value = id;
  at("model").dispatchEvent(new Event("change", { bubbles: true }));
}

/** The model that offers most among those that the key may ask for one of these: `generate`, `edit`, `subject`. */
export function best(...modes) {
  const able = cards.filter((card) => mayUse(card.id) && card.modes.some((mode) => modes.includes(mode)));
  return able.sort((a, b) => offers(b) - offers(a))[0];
}

/** Show what the chosen model is, who makes its pictures, and what one costs. */
export function describe() {
  const card = chosen();
  const parts = [(spoken() === "zh" && card.description_zh) || card.description];
  parts.push(card.engine === "painter" ? say("by_painter") : say("by_engine", { engine: card.engine ?? "-" }));
  parts.push(...terms(card));
  tell(at("model-note"), "");
  at("model-note").textContent = parts.join(spoken() === "zh" ? "" : " ");
}

/** What one picture of a model costs, in the operator's currency; an empty text where the model has no price. */
export const price = (card) => (card.price_micros === null ? "" : String(card.price_micros / 1e6));

/** What is free and what has a price, as far as it is known of the key. */
function terms(card) {
  const left = freeLeft(card.id);
  const listed = price(card) ? [say(left ? "price_then" : "price", { price: price(card) })] : [];
  if (left !== undefined) return [say(left ? "free_left" : "free_none", { count: left }), ...listed];
  return card.free_pictures ? [...listed, say("free", { count: card.free_pictures })] : listed;
}

const offers = (card) => card.modes.length + Object.keys(card.parameters).length;
