// The API key: kept for this tab only, sent in a header, never part of an address.

import { at } from "./elements.js";
import { tell } from "./language.js";
import { address } from "./send.js";

const KEPT = "easel.key";
const PROBE = "v1/token_plan/remains";

/** The key that was typed, or an empty text. */
export const key = () => at("key").value.trim();

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
  if (!key()) return tell(at("key-note"), "key_where");
  tell(at("key-note"), (await accepted()) ? "key_good" : "key_bad");
}

/** MiniMax's clients ask this route whether a key is good; it costs nothing. */
async function accepted() {
  try {
    const answer = await fetch(address(PROBE), { headers: { Authorization: `Bearer ${key()}` } });
    return (await answer.json()).base_resp.status_code === 0;
  } catch {
    return false;
  }
}
