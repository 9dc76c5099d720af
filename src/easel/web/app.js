// The playground: connects the parts of the page. No part knows of any route but the dialects' own.

import { codeView } from "./code/panel.js";
import { showControls } from "./controls.js";
import { dialectOf, dialectsOf } from "./dialects/index.js";
import { at, make } from "./elements.js";
import { showExamples } from "./examples.js";
import { clearFaults, showOwn } from "./faults.js";
import { hangKept } from "./gallery.js";
import { startKey } from "./key.js";
import { speak, switchLanguage, tell, wanted } from "./language.js";
import { best, choose, chosen, describe, loadModels, offer } from "./models.js";
import { cancel, paint } from "./paint.js";
import { showShapes } from "./shape.js";
import { setSources, source, sources, startSources } from "./sources.js";
import { fillIn, readWish, requestOf } from "./wish.js";

await speak(wanted());
at("model").addEventListener("change", onModel);
at("dialect").addEventListener("change", onDialect);
at("inputs").addEventListener("change", onDialect);
at("form").addEventListener("input", () => at("code").open && showCode());
at("form").addEventListener("change", () => at("code").open && showCode());
at("code").addEventListener("toggle", () => at("code").open && showCode());
at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  paint();
});
at("cancel").addEventListener("click", cancel);
at("language").addEventListener("click", switchLanguage);
at("prompt").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("form").requestSubmit();
});
document.addEventListener("spoken", onSpoken);
document.addEventListener("credit", () => chosen() && offer());
document.addEventListener("edit", ({ detail }) => onEdit(detail));
document.addEventListener("vary", ({ detail }) => {
  const { wish } = detail;
  paint({ ...wish, values: { ...wish.values, n: undefined, seed: undefined } });
});
document.addEventListener("again", ({ detail: { wish, seed } }) => {
  fillIn({ ...wish, values: { ...wish.values, n: undefined, seed } });
  at("more").open = true;
  at("prompt").focus();
  tell(at("status"), seed === undefined ? "" : "seed_set", { seed });
});
startKey();
startSources();
try {
  await loadModels();
} catch {
  showOwn("fault_unreachable");
}
await hangKept();
onSpoken();

function onModel() {
  const card = chosen();
  const dialects = dialectsOf(card);
  at("dialect").replaceChildren(...dialects.map((dialect) => make("option", { value: dialect.id }, dialect.title)));
  describe();
  showExamples(card, onExample);
  onDialect();
}

function onDialect() {
  const card = chosen();
  const dialect = dialectOf(at("dialect").value);
  const withPicture = sources().inputs.length > 0;
  showShapes(card, dialect, { withPicture });
  showControls(card, dialect, { withPicture });
  at("sources").hidden = !card.references.input && !card.references.subject && !withPicture;
  document.body.classList.toggle("has-mask", Boolean(dialect.masks && card.references.mask));
  if (at("code").open) showCode();
}

function onSpoken() {
  tell(at("language"), "other_language");
  if (chosen()) describe();
}

function onExample({ prompt, seed }) {
  if (!chosen().modes.includes("generate")) choose((best("generate") ?? chosen()).id);
  const plain = { ...readWish(), prompt, shape: null, values: {}, inputs: [], mask: null };
  fillIn(plain);
  // The seed is the example's, not one for everything that comes after it.
  paint({ ...plain, values: { seed } });
}

/** Start from a picture that was made here, with a model that takes one. */
function onEdit(picture) {
  clearFaults();
  const able = chosen().references.input || chosen().references.subject;
  const model = able ? null : best("edit", "subject");
  if (!able && model) choose(model.id);
  setSources([source(picture.blob)]);
  at("prompt").value = "";
  at("prompt").focus();
  tell(at("status"), model ? "edit_with" : "edit_say", { model: model?.title });
}

function showCode() {
  at("code-view").replaceChildren(codeView(requestOf(readWish())));
}
