// Sends a dialect's request from this page, and gives the pictures as they come.

import { events } from "./events.js";
import { orProblem, Problem } from "./problem.js";
import { Embedded, headersOf } from "./request.js";

/** The address of one of this server's paths, also behind a proxy that serves it under a path of its own. */
export const address = (path) => new URL(path, new URL(".", location.href)).href;

/**
 * Send a request. Yields `{headers}`, then `{partial}` and `{picture}`, each `{url}` or `{base64}`.
 * Throws Problem, or AbortError when `signal` says so.
 */
export async function* send(request, dialect, key, signal) {
  const answer = await post(request, key, signal);
  yield { headers: answer.headers };
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    for await (const data of events(answer)) {
      const event = dialect.event(data);
      if (event.problem) throw problem(event.problem, answer);
      yield event;
    }
    return;
  }
  const body = await answer.json().catch(orProblem("unreadable", { status: answer.status }));
  const fault = dialect.problem(body);
  if (fault) throw problem(fault, answer);
  for (const picture of dialect.pictures(body)) yield { picture };
}

async function post(request, key, signal) {
  const headers = headersOf(request, key);
  const body = request.form ? form(request.form) : JSON.stringify(await filled(request.json));
  if (!request.form) headers["Content-Type"] = "application/json";
  return fetch(address(request.path), { method: "POST", headers, body, signal }).catch(orProblem("unreachable"));
}

function problem(fault, answer) {
  return new Problem(fault.message, { ...fault, status: answer.status, retryAfter: answer.headers.get("retry-after") });
}

function form(fields) {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (value instanceof Embedded) data.append(name, value.picture.blob, value.picture.name);
    else data.append(name, String(value));
  }
  return data;
}

/** The JSON with the pictures in their places. */
async function filled(value) {
  if (value instanceof Embedded) {
    const url = await dataUrl(value.picture.blob);
    return value.form === "base64" ? url.slice(url.indexOf(",") + 1) : url;
  }
  if (Array.isArray(value)) return Promise.all(value.map(filled));
  if (!value || typeof value !== "object") return value;
  const entries = Object.entries(value).map(async ([name, part]) => [name, await filled(part)]);
  return Object.fromEntries(await Promise.all(entries));
}

function dataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
