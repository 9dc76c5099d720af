// JSON as a literal of Python or JavaScript. Both read JSON's strings and numbers as they are.

import { Embedded } from "../request.js";

const WORDS = {
  python: { true: "True", false: "False", null: "None" },
  javascript: { true: "true", false: "false", null: "null" },
};

/** A value as source text; `picture` writes what stands for a picture. */
export function literal(value, language, picture, indent = "") {
  const inner = `${indent}    `;
  const nested = (one) => literal(one, language, picture, inner);
  const lines = (all) => all.map((line) => `${inner}${line},\n`).join("");
  if (value instanceof Embedded) return picture(value);
  if (Array.isArray(value)) return value.length ? `[\n${lines(value.map(nested))}${indent}]` : "[]";
  if (value && typeof value === "object") {
    const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${nested(one)}`);
    return `{\n${lines(fields)}${indent}}`;
  }
  return WORDS[language][value] ?? JSON.stringify(value);
}
