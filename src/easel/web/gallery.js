// The pictures of this session, the newest first.

import { at, button, make } from "./elements.js";
import { told } from "./recipe.js";
import { show } from "./viewer.js";

const TYPES = { iVBO: "image/png", "/9j/": "image/jpeg", UklG: "image/webp" };

/** A place for pictures that are being made: `preview` shows an unfinished one, `end` takes it away. */
export function place(wish) {
  const preview = make("div", { className: "preview" });
  const size = wish.shape?.size ?? wish.card.sizes.default;
  const frame = make("li", { className: "waiting" }, preview);
  at("gallery").prepend(frame);
  at("made-title").hidden = false;
  frame.style.setProperty("aspect-ratio", size.replace("x", " / "));
  frame.scrollIntoView({ block: "nearest", behavior: "smooth" });
  return {
    preview: (base64) => preview.replaceChildren(make("img", { src: `data:image/png;base64,${base64}`, alt: "" })),
    end: () => {
      frame.remove();
      at("made-title").hidden = !at("gallery").children.length;
    },
  };
}

/** Hang a finished picture, `{url}` or `{base64}`, that was made for a wish by a request. */
export async function hang(delivered, { wish, request, answer, index }) {
  const made = { wish, request, answer, ...(await received(delivered)) };
  const seed = made.recipe?.seed ?? (wish.values.seed === undefined ? undefined : wish.values.seed + index);
  const picture = { ...made, seed };
  const open = make(
    "button",
    { type: "button", className: "picture", label: "open" },
    make("img", { src: picture.src, alt: wish.prompt }),
  );
  open.onclick = () => show(picture);
  const edit =
    picture.blob === null
      ? null
      : button("edit_this", () => document.dispatchEvent(new CustomEvent("edit", { detail: picture })));
  const again = button("variation", () => document.dispatchEvent(new CustomEvent("vary", { detail: picture })));
  const words = make("p", { className: "words", title: wish.prompt }, wish.prompt);
  const item = make(
    "li",
    {},
    open,
    words,
    make(
      "div",
      { className: "row" },
      edit,
      again,
      button("details", () => show(picture)),
    ),
  );
  const unfinished = at("gallery").querySelector(".waiting");
  if (unfinished) unfinished.after(item);
  else at("gallery").prepend(item);
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
