// The API key: kept for this tab only, sent in a header, never part of an address.

import { at } from "./elements.js";
import { tell } from "./language.js";
import { address } from "./send.js";

const KEPT = "easel.key";
const OWN = "v1/key";
let left = {};
let models = [];

/** The key that was typed, or an empty text. */
export const key = () => at("key").value.trim();

/** How many pictures of a model the key has free; undefined where that is not known. */
export const freeLeft = (model) => left[model];

/** May the key be used with a model, as far as that is known? */
export const mayUse = (model) => !models.length || models.includes(model);

/** Show the key of this tab and watch for another one. */
export function startKey() {
  at("key").value = sessionStorage.getItem(KEPT) ?? "";
  at("key").addEventListener("change", keep);
  at("key-form").addEventListener("submit", (event) => {
    event.preventDefault();
    keep();
  });
  keep();
}

/** Ask for a key where there is none. */
export function askForKey() {
  at("key").focus();
  tell(at("key-note"), "key_where");
}

async function keep() {
  sessionStorage.setItem(KEPT, key());
  tell(at("rate-note"), "");
  know({}, []);
  if (!key()) return tell(at("key-note"), "key_where");
  await showCredit();
}

/** Ask what the key may still spend, and show it: when the key is new, and after each request. */
export async function showCredit() {
  const answer = await fetch(address(OWN), { headers: { Authorization: `Bearer ${key()}` } }).catch(() => null);
  if (!answer?.ok) return tell(at("key-note"), answer?.status === 401 ? "key_bad" : "");
  const { free_left, left_micros, models: allowed } = await answer.json();
  tell(at("key-note"), left_micros === null ? "key_good" : "key_left", { left: left_micros / 1e6 });
  know(free_left, allowed);
}

function know(free, allowed) {
  left = free;
  models = allowed;
  document.dispatchEvent(new Event("credit"));
}
