// The page's texts, in the reader's language. Elements say which text they show in `data-text`; a switch of the
// language goes through all of them.

const LANGUAGES = { en: "en", zh: "zh-Hans" };
const KEPT = "easel.language";
const values = new WeakMap();
let texts = {};
let sentences = [];
let language = "en";

/**
 * The text of a key, with `{name}` replaced by the value of that name, by the text of a key in `keys`, or by a
 * sentence of the server's in `said`.
 */
export function say(key, { keys = {}, said = {}, ...named } = {}) {
  const value = (name) => (name in keys ? say(keys[name]) : name in said ? translated(said[name]) : named[name]);
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => value(name) ?? "");
}

/** A sentence of the server's, which speaks English, in the reader's language as far as the page knows it. */
function translated(sentence) {
  for (const { pattern, names, text } of sentences) {
    const found = pattern.exec(sentence)?.slice(1);
    if (found) return text.replace(/\{(\w+)\}/g, (_, name) => found[names.indexOf(name)]);
  }
  return sentence;
}

/** Show a text in an element, now and after a switch of the language. */
export function tell(element, key, named = {}) {
  values.set(element, named);
  element.dataset.text = key;
  element.textContent = key ? say(key, named) : "";
  return element;
}

/** The language in which the page speaks: `en` or `zh`. */
export const spoken = () => language;

/** The first of the reader's languages that the page knows, or what was chosen here before. */
export function wanted() {
  const asked = [localStorage.getItem(KEPT), ...navigator.languages].map((name) =>
    (name ?? "").slice(0, 2).toLowerCase(),
  );
  return asked.find((name) => name in LANGUAGES) ?? "en";
}

/** Speak a language from now on. */
export async function speak(name) {
  texts = await read(`${name}.json`);
  sentences = name === "en" ? [] : Object.entries(await read(`${name}.server.json`)).map(template);
  language = name;
  document.documentElement.lang = LANGUAGES[name];
  document.title = `Easel · ${say("playground")}`;
  for (const element of document.querySelectorAll("[data-text]")) {
    if (element.dataset.text) element.textContent = say(element.dataset.text, values.get(element));
  }
  for (const element of document.querySelectorAll("[data-placeholder]"))
    element.placeholder = say(element.dataset.placeholder);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", say(element.dataset.label));
  document.dispatchEvent(new Event("spoken"));
}

async function read(file) {
  const answer = await fetch(new URL(`texts/${file}`, import.meta.url));
  return answer.json();
}

/** How a sentence with `{name}` in it is known, and what it is in the reader's language. */
function template([sentence, text]) {
  const [names, pattern] = [[], sentence.replace(/[.*+?^$()[\]|\\]/g, "\\$&")];
  const groups = pattern.replace(/\{(\w+)\}/g, (_, name) => (names.push(name), "(.*?)"));
  return { pattern: new RegExp(`^${groups}$`, "s"), names, text };
}

/** Speak the other language, and keep to it. */
export async function switchLanguage() {
  const other = language === "en" ? "zh" : "en";
  localStorage.setItem(KEPT, other);
  await speak(other);
}
