// One request from the press of the button to its pictures: progress, time, cancelling, and what goes wrong.

import { at } from "./elements.js";
import { clearFaults, showFault, showOwn } from "./faults.js";
import { hang, place } from "./gallery.js";
import { askForKey, freeLeft, key, showCredit } from "./key.js";
import { tell } from "./language.js";
import { Problem } from "./problem.js";
import { send } from "./send.js";
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
  const request = requestOf(seeded, { stream: seeded.stream });
  running = new AbortController();
  const waiting = place(seeded);
  const began = performance.now();
  tell(at("status"), "painting");
  const clock = setInterval(() => tell(at("clock"), "seconds", { seconds: seconds(began) }), 100);
  busy(true);
  try {
    const count = await follow(send(request, seeded.dialect, key(), running.signal), seeded, waiting);
    tell(at("status"), ...outcome(count, seeded.values.n ?? 1, seconds(began)));
  } catch (error) {
    fail(error);
  } finally {
    clearInterval(clock);
    tell(at("clock"), "");
    waiting.end();
    running = null;
    busy(false);
  }
  await showCredit();
}

/** Stop waiting; the server notices, and a picture that is not finished costs nothing. */
export const cancel = () => running?.abort();

async function follow(answers, wish, waiting) {
  // Free pictures are taken first.
  const free = freeLeft(wish.card.id) ?? 0;
  let count = 0;
  let answer = null;
  for await (const { headers, partial, picture } of answers) {
    if (headers) answer = noted(headers);
    if (partial) waiting.preview(partial.base64);
    if (!picture) continue;
    await hang(picture, { wish, answer, index: count, free: count < free });
    count += 1;
  }
  if (!count) throw new Problem("", { code: "empty" });
  return count;
}

/** What an answer's headers tell beside the pictures. */
function noted(headers) {
  const left = headers.get("x-ratelimit-remaining-images");
  if (left) tell(at("rate-note"), "left", { count: left });
  return { id: headers.get("x-request-id"), ignored: headers.get("easel-ignored") };
}

function outcome(count, wanted, seconds) {
  return count < wanted ? ["done_some", { count, wanted, seconds }] : ["done", { count, seconds }];
}

function fail(error) {
  tell(at("status"), error.name === "AbortError" ? "cancelled" : "");
  if (error.name === "AbortError") return;
  showFault(error);
  // What is no answer of the server's is a fault of this page, and belongs into the console as well.
  if (!(error instanceof Problem)) throw error;
}

function busy(now) {
  // Who pressed the one button by keyboard is at the other one then: what is hidden or disabled has no focus.
  const [gone, next] = now ? [at("paint"), at("cancel")] : [at("cancel"), at("paint")];
  const moves = document.activeElement === gone;
  at("paint").disabled = now;
  at("cancel").hidden = !now;
  if (moves) next.focus();
  at("form").setAttribute("aria-busy", now);
}

const seconds = (began) => ((performance.now() - began) / 1000).toFixed(1);
