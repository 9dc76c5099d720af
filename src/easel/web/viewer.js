// One picture, large, with everything that is known of it.

import { codeView } from "./code/panel.js";
import { at, button, copy, make } from "./elements.js";
import { spoken } from "./language.js";
import { price } from "./models.js";
import { requestOf } from "./wish.js";

/** Open a picture of the gallery. */
export function show(picture) {
  const dialog = at("viewer");
  const send = (kind) => () => {
    dialog.close();
    document.dispatchEvent(new CustomEvent(kind, { detail: picture }));
  };
  const buttons = [button("same_seed", send("again")), button("variation", send("vary"))];
  if (picture.blob) buttons.unshift(button("edit_this", send("edit")));
  if (picture.blob)
    buttons.unshift(
      make("a", { className: "button main", text: "download", href: picture.src, download: name(picture) }),
    );
  dialog.replaceChildren(
    make("form", { method: "dialog", className: "close" }, make("button", { className: "quiet", text: "close" })),
    make("h2", { id: "viewer-title" }, picture.wish.prompt),
    make("img", { src: picture.src, alt: picture.wish.prompt, className: "large" }),
    make("div", { className: "row" }, ...buttons),
    make("dl", {}, ...facts(picture)),
    make("details", {}, make("summary", { text: "as_code" }), codeView(requestOf(picture.wish))),
  );
  dialog.showModal();
}

/** Has the picture's address come to its end? What the browser holds of it is still there. */
export const isExpired = ({ expires }) => expires !== null && expires * 1000 <= Date.now();

function facts(picture) {
  const { wish, seed, recipe, marked, url, expires, answer } = picture;
  const expired = isExpired(picture);
  const unpainted = recipe?.unpainted?.join(", ");
  const revised = recipe?.revised_prompt;
  return [
    ["model", wish.card.title],
    ["p_seed", seed],
    ["size", recipe && `${recipe.width} × ${recipe.height}`],
    ["cost", picture.free ? make("span", { text: "cost_free" }) : price(wish.card)],
    ["revised", revised && revised !== wish.prompt ? revised : ""],
    ["unpainted", unpainted],
    ["ignored", answer.ignored],
    ["address", url && !expired && addressOf(url)],
    [expired ? "expired" : "expires", expires && time(expires * 1000)],
    ["made_at", time(picture.made)],
    ["request", answer.id],
    ["label", marked && make("span", { text: "marked" })],
  ].flatMap(([key, value]) =>
    value || value === 0
      ? [make("dt", { text: key }), make("dd", {}, typeof value === "object" ? value : String(value))]
      : [],
  );
}

const time = (ms) => new Date(ms).toLocaleString(spoken() === "zh" ? "zh-CN" : "en");

function addressOf(url) {
  const link = make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: "open_address" });
  const pressed = button("copy", () => copy(url, pressed, "copy"));
  return make("span", { className: "row" }, link, pressed);
}

const name = ({ blob, seed, wish }) =>
  `${wish.card.id.split("/").pop()}-${seed ?? "picture"}.${blob.type.split("/")[1]}`;
