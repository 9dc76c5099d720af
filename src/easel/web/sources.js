// The pictures that a request starts from: dropped, pasted, chosen, or one that was made here. With a mask, if there is.

import { openBrush } from "./brush.js";
import { at, button, make } from "./elements.js";

const TYPES = ["image/png", "image/jpeg", "image/webp"];

let inputs = [];
let mask = null;

/** `{inputs, mask}` of the next request; each is `{blob, name, src}`. */
export const sources = () => ({ inputs, mask });

/** Start from these pictures and from no others. */
export function setSources(pictures, itsMask = null) {
  inputs = pictures;
  mask = itsMask;
  show();
}

/** Watch for pictures that come by any way. */
export function startSources() {
  at("choose").addEventListener("change", () => {
    add(at("choose").files);
    at("choose").value = "";
  });
  document.addEventListener("paste", (event) => {
    if ([...event.clipboardData.files].some(isPicture)) add(event.clipboardData.files);
  });
  for (const kind of ["dragover", "drop", "dragleave"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      at("drop").classList.toggle("over", kind === "dragover");
      if (kind === "drop") add(event.dataTransfer.files);
    });
  }
}

/** A picture of this page's own as one to start from. */
export function source(blob, name = "picture") {
  return { blob, name: `${name}.${blob.type.split("/")[1] ?? "png"}`, src: URL.createObjectURL(blob) };
}

function add(files) {
  const found = [...files].filter(isPicture);
  const named = found.map((blob, index) =>
    source(blob, inputs.length + index ? `picture-${inputs.length + index + 1}` : "picture"),
  );
  setSources([...inputs, ...named], mask);
}

const isPicture = (file) => TYPES.includes(file.type);

function show() {
  at("inputs").replaceChildren(...inputs.map(item));
  at("inputs").dispatchEvent(new Event("change", { bubbles: true }));
}

function item(picture, index) {
  const buttons = [
    button("remove", () =>
      setSources(
        inputs.filter((one) => one !== picture),
        index ? mask : null,
      ),
    ),
  ];
  if (index === 0) {
    // A mask belongs to the first picture.
    const paint = button(mask ? "mask_change" : "mask", () =>
      openBrush(picture, mask, (made) => setSources(inputs, made)),
    );
    paint.classList.add("needs-mask");
    buttons.unshift(paint);
  }
  const shown = [make("img", { src: picture.src, alt: "" })];
  if (index === 0 && mask) shown.push(make("img", { src: mask.src, alt: "", className: "mask" }));
  return make("li", {}, make("div", { className: "thumb" }, ...shown), ...buttons);
}
