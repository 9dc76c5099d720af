// What a dialect makes of a wish: one HTTP request, with places for the key and for pictures. It is sent by send.js
// and written down as code by code/.

/** Stands for the API key in a header. */
export const KEY = Symbol("key");

/** A picture inside a request: as a file of a form, as a data URL or as bare base64 in JSON. */
export class Embedded {
  constructor(picture, form = "data_url") {
    this.picture = picture;
    this.form = form;
  }
}

/** The fields that have a value. */
export function given(fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}

/** All pictures inside a request. */
export function embedded(request) {
  const found = [];
  const walk = (value) => {
    if (value instanceof Embedded) found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") Object.values(value).forEach(walk);
  };
  walk(request.json ?? request.form);
  return found;
}

/** The headers with a key, or what stands for one, in its place. */
export function headersOf(request, key) {
  const filled = (parts) => parts.map((part) => (part === KEY ? key : part)).join("");
  return Object.fromEntries(Object.entries(request.headers).map(([name, parts]) => [name, filled(parts)]));
}

/** The key as most dialects send it. */
export const BEARER = { Authorization: ["Bearer ", KEY] };
