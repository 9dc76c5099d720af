// The pictures that were made here, the newest first.

import { at, button, make } from "./elements.js";
import { forget, keep, kept } from "./history.js";
import { say } from "./language.js";
import { told } from "./recipe.js";
import { isExpired, show } from "./viewer.js";

const TYPES = { iVBO: "image/png", "/9j/": "image/jpeg", UklG: "image/webp" };

/** A place for pictures that are being made: `preview` shows an unfinished one, `end` takes it away. */
export function place(wish) {
  const preview = make("div", { className: "preview" });
  const size = wish.shape?.size ?? wish.card.sizes.default;
  const frame = make("li", { className: "waiting" }, preview);
  at("gallery").prepend(frame);
  titled();
  frame.style.setProperty("aspect-ratio", size.replace("x", " / "));
  frame.scrollIntoView({ block: "nearest", behavior: "smooth" });
  return {
    preview: (base64) => preview.replaceChildren(make("img", { src: `data:image/png;base64,${base64}`, alt: "" })),
    end: () => {
      frame.remove();
      titled();
    },
  };
}

/** Hang a finished picture, `{url}` or `{base64}`, that was made for a wish; `free` says that it cost nothing. */
export async function hang(delivered, { wish, answer, index, free }) {
  const made = { wish, answer, free, made: Date.now(), ...(await received(delivered)) };
  const seed = made.recipe?.seed ?? (wish.values.seed === undefined ? undefined : wish.values.seed + index);
  const picture = { ...made, seed };
  const unfinished = at("gallery").querySelector(".waiting");
  if (unfinished) unfinished.after(item(picture));
  else at("gallery").prepend(item(picture));
  await keep(picture);
}

/** Hang what was made here before the page was opened. */
export async function hangKept() {
  at("forget").addEventListener("click", clear);
  at("gallery").prepend(...(await kept()).reverse().map(item));
  titled();
}

async function clear() {
  if (!confirm(say("forget_sure"))) return;
  await forget();
  for (const one of at("gallery").querySelectorAll("li:not(.waiting)")) one.remove();
  titled();
}

function titled() {
  at("made").hidden = !at("gallery").children.length;
}

function item(picture) {
  const { wish, recipe } = picture;
  const image = make("img", { loading: "lazy", src: picture.src, alt: wish.prompt });
  if (recipe) Object.assign(image, { width: recipe.width, height: recipe.height });
  const open = make("button", { type: "button", className: "picture", label: "open" }, image);
  open.onclick = () => show(picture);
  image.onerror = () => open.replaceChildren(make("p", { className: "note", text: "picture_gone" }));
  const send = (kind) => () => document.dispatchEvent(new CustomEvent(kind, { detail: picture }));
  return make(
    "li",
    {},
    open,
    make("p", { className: "words", title: wish.prompt }, wish.prompt),
    isExpired(picture) ? make("p", { className: "note", text: "address_expired" }) : null,
    make(
      "div",
      { className: "row" },
      picture.blob && button("edit_this", send("edit")),
      button("variation", send("vary")),
      button("details", () => show(picture)),
    ),
  );
}

/** The picture's bytes, what its file tells, and where it can be had again. */
async function received({ url, base64 }) {
  const expires = url ? Number(new URL(url).searchParams.get("expires")) || null : null;
  try {
    const answer = await fetch(url ? near(url) : `data:${TYPES[base64.slice(0, 4)]};base64,${base64}`);
    const blob = await answer.blob();
    return { blob, src: URL.createObjectURL(blob), url, expires, ...(await told(blob)) };
  } catch {
    // Its server lets nobody read it, but it can still be looked at.
    return { blob: null, src: url, url, expires, recipe: null, marked: false };
  }
}

/** A server behind a proxy may not know that it is asked by TLS: its own addresses are asked as the page was. */
function near(url) {
  const address = new URL(url);
  if (address.host === location.host) address.protocol = location.protocol;
  return address;
}
