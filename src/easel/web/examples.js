// Examples to look at and to paint with one click. Their pictures were made by tools/playground.py with the built-in
// painter, so that the same seed gives the very picture that is shown.

import { at, make } from "./elements.js";

const HAN = /\p{Script=Han}/u;
const FOLDER = new URL("examples/", import.meta.url);
const list = await (await fetch(new URL("list.json", FOLDER))).json();

/** Offer them; `onchoose` gets the example that was clicked. */
export function showExamples(card, onchoose) {
  // Another engine's pictures would look different.
  const pictured = card.engine === "painter";
  at("examples").replaceChildren(
    ...list.map((example) => {
      const src = new URL(`${example.id}.webp`, FOLDER).href;
      const picture = pictured ? make("img", { src, alt: "", width: 320, height: 320, loading: "lazy" }) : null;
      const pressed = make(
        "button",
        { type: "button", className: "example" },
        picture,
        make("span", { lang: HAN.test(example.prompt) ? "zh" : "en" }, example.prompt),
      );
      pressed.onclick = () => onchoose(example);
      return pressed;
    }),
  );
}
