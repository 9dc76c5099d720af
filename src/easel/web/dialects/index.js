// The dialects that the playground speaks. Each says which parameters it has words for, makes a request of a wish, and
// reads the answer; a further one is one file and one line here.

import { geminiChat } from "./gemini_chat.js";
import { geminiNative } from "./gemini_native.js";
import { minimax } from "./minimax.js";
import { modelverse } from "./modelverse.js";
import { openai } from "./openai.js";

const DIALECTS = [openai, modelverse, minimax, geminiNative, geminiChat];

/** The dialects in which a model can be asked, its own vendor's first. */
export function dialectsOf(card) {
  const able = DIALECTS.filter((dialect) => dialect.only?.(card) ?? true);
  return able.sort((a, b) => (b.id === card.dialect) - (a.id === card.dialect));
}

/** A dialect by its id. */
export const dialectOf = (id) => DIALECTS.find((dialect) => dialect.id === id);
