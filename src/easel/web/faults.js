// What went wrong, said where it can be mended: the field that the server names is found among the controls.

import { at } from "./elements.js";
import { tell } from "./language.js";

/** Wire names, without their places and in snake case, that differ from the controls' names. */
const CONTROLS = {
  aigc_watermark: "watermark",
  aspect_ratio: "shape",
  candidate_count: "n",
  content: "prompt",
  contents: "prompt",
  data: "pictures",
  height: "shape",
  image: "pictures",
  image_file: "pictures",
  image_size: "resolution",
  images: "pictures",
  mask: "pictures",
  messages: "prompt",
  mime_type: "format",
  num_inference_steps: "steps",
  output_format: "format",
  parts: "prompt",
  prompt_optimizer: "rewrite_prompt",
  size: "shape",
  style_type: "style",
  subject_reference: "pictures",
  url: "pictures",
  width: "shape",
};
/** Fields that are no parameters of a card: their texts have the names themselves. */
const UNCARDED = ["prompt", "model", "pictures"];
const FIRST_CONTROL = { shape: "ratio", pictures: "choose" };
/** Problems that the page sees by itself. */
const OWN_CODES = ["unreachable", "unreadable", "empty"];
/** MiniMax's codes for a missing and for a wrong key, and Google's reason. */
const KEY_CODES = [1004, 2049, "API_KEY_INVALID"];

/** Take everything back that was said about an earlier request. */
export function clearFaults() {
  at("fault").hidden = true;
  for (const element of document.querySelectorAll("p.fault")) tell(element, "");
  for (const element of document.querySelectorAll("[aria-invalid]")) element.removeAttribute("aria-invalid");
}

/** Show a problem of the page's own, by its key among the texts. */
export function showOwn(key) {
  tell(at("fault"), key);
  at("fault").hidden = false;
}

/** Show a problem, at its field if it has one, and put the focus there. */
export function showFault(problem) {
  const wire = problem.field ?? /^([\w.[\]-]+): /.exec(problem.message)?.[1];
  const name = wire && control(wire);
  const place = name && at(`${name}-fault`);
  const alert = at("fault");
  tell(alert, ...sentence(problem, wire, place && (UNCARDED.includes(name) ? name : `p_${name}`)));
  alert.hidden = false;
  if (isAboutKey(problem)) at("key").focus();
  else if (place) point(name, place, problem.message.replace(`${wire}: `, ""));
  else alert.focus();
}

function sentence(problem, wire, label) {
  const { code, status, retryAfter } = problem;
  const said = { message: problem.message.replace(`${wire}: `, "") };
  if (OWN_CODES.includes(code)) return [`fault_${code}`, { status }];
  if (isAboutKey(problem)) return ["fault_key", { said }];
  if (label) return ["fault_field", { keys: { label }, wire, said }];
  return retryAfter ? ["fault_later", { said, seconds: retryAfter }] : ["fault_other", { said }];
}

function point(name, place, message) {
  tell(place, "fault_other", { said: { message } });
  const control = at(FIRST_CONTROL[name] ?? name);
  if (!control) return;
  control.closest("details")?.setAttribute("open", "");
  control.setAttribute("aria-invalid", "true");
  control.focus();
}

/** `generationConfig.imageConfig.aspectRatio` is about the same as `aspect_ratio`: the control `shape`. */
function control(wire) {
  const last = wire
    .replace(/\[\d*\]/g, "")
    .split(".")
    .pop();
  const snake = last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return CONTROLS[snake] ?? snake;
}

const isAboutKey = ({ status, code }) => status === 401 || KEY_CODES.includes(code);
