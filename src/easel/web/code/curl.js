// A request as a curl command for a POSIX shell. Pictures are read from files beside it.

import { Embedded, headersOf } from "../request.js";
import { address } from "../send.js";

/** The command, in lines that can be pasted. */
export function curl(request) {
  const lines = [`curl -s ${quoted(address(request.path))}`, ...headers(request)];
  if (request.form) return [...lines, ...request.form.map(part), ...output(request)].join(" \\\n  ");
  lines.push(`-H ${quoted("Content-Type: application/json")}`, ...output(request));
  const { text, embeds } = json(request.json);
  if (!embeds) return [...lines, `-d ${quoted(text)}`].join(" \\\n  ");
  // Pictures are too long for an argument, so the body comes from a here-document, in which the shell fills them in.
  return `${[...lines, "-d @-"].join(" \\\n  ")} <<JSON\n${text}\nJSON`;
}

function headers(request) {
  return Object.entries(headersOf(request, "$EASEL_API_KEY")).map(([name, value]) => `-H "${name}: ${value}"`);
}

const output = ({ answer }) => (answer === "base64" ? ["-o answer.json"] : []);

function part([name, value]) {
  if (value instanceof Embedded) return `-F ${quoted(`${name}=@${value.picture.name}`)}`;
  return `--form-string ${quoted(`${name}=${value}`)}`;
}

/** The body, and whether the shell has to fill in pictures. */
function json(body) {
  const found = [];
  const mark = (index) => `@@picture-${index}@@`;
  const text = JSON.stringify(body, (_, value) => (value instanceof Embedded ? mark(found.push(value) - 1) : value), 2);
  if (!found.length) return { text, embeds: false };
  const escaped = text.replace(/[\\$`]/g, "\\$&");
  return { text: found.reduce((all, one, index) => all.replace(mark(index), () => read(one)), escaped), embeds: true };
}

function read({ picture, form }) {
  const base64 = `$(base64 < ${picture.name} | tr -d '\\n')`;
  return form === "base64" ? base64 : `data:${picture.blob.type};base64,${base64}`;
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
