// Server-sent events of an answer that is a stream (the HTML standard, "server-sent events").

import { orProblem } from "./problem.js";

/** The JSON of each event. */
export async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read().catch(orProblem("unreachable"));
    if (done) return;
    // Pictures come in many pieces: only a piece that ends a line is looked into.
    rest += value;
    if (!value.includes("\n")) continue;
    const lines = rest.split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith("data: {")) yield JSON.parse(line.slice(6));
    }
  }
}
