// One request from the press of the button to its pictures: progress, time, cancelling, and what goes wrong.

import { at } from "./elements.js";
import { clearFaults, showFault, showOwn } from "./faults.js";
import { hang, place } from "./gallery.js";
import { askForKey, key } from "./key.js";
import { tell } from "./language.js";
import { Problem, send } from "./send.js";
import { readWish, requestOf, withSeed } from "./wish.js";

let running = null;

/** Ask for what the form says, or for another wish. */
export async function paint(wish = readWish()) {
  if (running) return;
  clearFaults();
  if (!key()) {
    showOwn("key_first");
    return askForKey();
  }
  const seeded = withSeed(wish);
  // A picture's own code asks without a stream: the pictures are the same.
  const request = requestOf(seeded);
  const sent = seeded.dialect.streams ? requestOf({ ...seeded, stream: true }) : request;
  running = new AbortController();
  const waiting = place(seeded);
  const began = performance.now();
  const clock = setInterval(() => tell(at("status"), "painting", { seconds: seconds(began) }), 100);
  busy(true);
  try {
    const count = await follow(send(sent, seeded.dialect, key(), running.signal), seeded, request, waiting);
    tell(at("status"), "done", { count, seconds: seconds(began) });
  } catch (error) {
    fail(error);
  } finally {
    clearInterval(clock);
    waiting.end();
    running = null;
    busy(false);
  }
}

/** Stop waiting; the server notices, and a picture that is not finished costs nothing. */
export const cancel = () => running?.abort();

async function follow(answers, wish, request, waiting) {
  let count = 0;
  for await (const { partial, picture, headers } of answers) {
    if (partial) waiting.preview(partial.base64);
    if (picture) await hang(picture, { wish, request, index: count++ });
    const left = headers?.get("x-ratelimit-remaining-images");
    if (left) tell(at("key-note"), "left", { count: left });
  }
  return count;
}

function fail(error) {
  tell(at("status"), error.name === "AbortError" ? "cancelled" : "");
  if (error instanceof Problem) showFault(error);
  else if (error.name !== "AbortError") throw error;
}

function busy(now) {
  at("paint").disabled = now;
  at("cancel").hidden = !now;
  at("form").setAttribute("aria-busy", now);
}

const seconds = (began) => ((performance.now() - began) / 1000).toFixed(1);
