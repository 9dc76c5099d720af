// A request as code to paste: curl, Python, JavaScript.

import { button, copy, make } from "../elements.js";
import { embedded } from "../request.js";
import { curl } from "./curl.js";
import { javascript } from "./javascript.js";
import { python } from "./python.js";

const WAYS = { curl, Python: python, JavaScript: javascript };

let last = "curl";

/** The request in the way that was last looked at, with the others one click away. */
export function codeView(request) {
  const view = make("div", { className: "code" });
  const text = make("pre", { tabIndex: 0 }, make("code"));
  const tabs = Object.keys(WAYS).map((way) => {
    const tab = make("button", { type: "button", className: "tab" }, way);
    tab.onclick = () => write(way);
    return tab;
  });
  const pressed = button("copy", () => copy(text.firstChild.textContent, pressed, "copy"));
  const write = (way) => {
    last = way;
    text.firstChild.textContent = WAYS[way](request);
    for (const tab of tabs) tab.setAttribute("aria-pressed", tab.textContent === way);
  };
  write(last);
  view.append(
    make("div", { className: "row" }, ...tabs, pressed),
    text,
    make("p", { className: "note", text: "code_note" }),
    ...files(request),
  );
  return view;
}

/** Pictures that the code reads from files. */
function files(request) {
  const pictures = new Set(embedded(request).map((one) => one.picture));
  return [...pictures].map((picture) =>
    make("a", {
      className: "button quiet",
      href: URL.createObjectURL(picture.blob),
      download: picture.name,
      text: "save_file",
      values: { name: picture.name },
    }),
  );
}
