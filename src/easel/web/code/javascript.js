// A request as a module for Node.js 20 or later, without any package.

import { Embedded, embedded, headersOf } from "../request.js";
import { address } from "../send.js";
import { literal } from "./literals.js";

/** The program. */
export function javascript(request) {
  const reads = embedded(request);
  const needed = [...(reads.length ? ["readFile"] : []), ...(request.answer === "base64" ? ["writeFile"] : [])];
  return [
    ...(needed.length ? [`import { ${needed.join(", ")} } from "node:fs/promises";`, ""] : []),
    ...(reads.some((one) => one.form !== "file")
      ? ['const base64 = async (name) => (await readFile(name)).toString("base64");', ""]
      : []),
    ...(request.form ? form(request.form) : []),
    `const response = await fetch(${JSON.stringify(address(request.path))}, {`,
    '    method: "POST",',
    `    headers: { ${headers(request)} },`,
    `    body: ${request.form ? "form" : `JSON.stringify(${literal(request.json, "javascript", picture, "    ")})`},`,
    "});",
    "const answer = await response.json();",
    "if (!response.ok) throw new Error(JSON.stringify(answer));",
    ...request.dialect.code.javascript[request.answer],
    "",
  ].join("\n");
}

function headers(request) {
  const named = Object.entries(headersOf(request, "${process.env.EASEL_API_KEY}"));
  const all = named.map(([name, value]) => `${JSON.stringify(name)}: \`${value}\``);
  return [...all, ...(request.form ? [] : ['"Content-Type": "application/json"'])].join(", ");
}

function form(fields) {
  const lines = fields.map(([name, value]) => {
    if (!(value instanceof Embedded)) return `form.append(${JSON.stringify(name)}, ${JSON.stringify(String(value))});`;
    const file = JSON.stringify(value.picture.name);
    return `form.append(${JSON.stringify(name)}, new Blob([await readFile(${file})]), ${file});`;
  });
  return ["const form = new FormData();", ...lines];
}

function picture({ picture: { name, blob }, form }) {
  const base64 = `await base64(${JSON.stringify(name)})`;
  return form === "base64" ? base64 : `"data:${blob.type};base64," + (${base64})`;
}
