// One picture, large, with everything that is known of it.

import { codeView } from "./code/panel.js";
import { at, button, copy, make } from "./elements.js";
import { spoken } from "./language.js";
import { price } from "./models.js";

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
    make("details", {}, make("summary", { text: "as_code" }), codeView(picture.request)),
  );
  dialog.showModal();
}

function facts({ wish, seed, recipe, marked, url, expires, answer }) {
  const unpainted = recipe?.unpainted?.join(", ");
  const revised = recipe?.revised_prompt;
  return [
    ["model", wish.card.title],
    ["p_seed", seed],
    ["size", recipe && `${recipe.width} × ${recipe.height}`],
    ["cost", price(wish.card)],
    ["revised", revised && revised !== wish.prompt ? revised : ""],
    ["unpainted", unpainted],
    ["ignored", answer.ignored],
    ["address", url && addressOf(url)],
    ["expires", expires && new Date(expires * 1000).toLocaleString(spoken() === "zh" ? "zh-CN" : "en")],
    ["request", answer.id],
    ["label", marked && make("span", { text: "marked" })],
  ].flatMap(([key, value]) =>
    value || value === 0
      ? [make("dt", { text: key }), make("dd", {}, typeof value === "object" ? value : String(value))]
      : [],
  );
}

function addressOf(url) {
  const link = make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: "open_address" });
  const pressed = button("copy", () => copy(url, pressed, "copy"));
  return make("span", { className: "row" }, link, pressed);
}

const name = ({ blob, seed, wish }) =>
  `${wish.card.id.split("/").pop()}-${seed ?? "picture"}.${blob.type.split("/")[1]}`;
