// Elements without markup: every text is a text node, so nothing that anybody wrote is ever read as HTML.

import { say, tell } from "./language.js";

/** The element with an id. */
export const at = (id) => document.getElementById(id);

/** A new element. `text` is a key of the texts, `label` one for `aria-label`; all else are properties. */
export function make(tag, { text, values, label, data = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  Object.assign(element.dataset, data);
  if (text) tell(element, text, values);
  if (label) {
    element.dataset.label = label;
    element.setAttribute("aria-label", say(label));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that does something when it is pressed. */
export function button(text, onclick, className = "quiet") {
  return make("button", { type: "button", text, className, onclick });
}

/** Copy a text, and say so on the button for a moment. */
export async function copy(text, pressed, before) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without TLS have no clipboard: a selection can be copied on all of them.
    const area = make("textarea", { value: text, className: "unseen" });
    pressed.after(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  tell(pressed, "copied");
  setTimeout(() => tell(pressed, before), 1500);
}
