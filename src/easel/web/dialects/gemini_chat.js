// Gemini pictures through chat completions: each choice holds a markdown image.

import { BEARER, Embedded, given } from "../request.js";
import { ratio } from "./shapes.js";

const IMAGE = /!\[[^\]]*\]\((\S+?)\)/;

export const geminiChat = {
  id: "gemini_chat",
  title: "Chat completions",
  parameters: ["n", "seed"],

  request({ card, prompt, shape, values, inputs }) {
    const parts = inputs.map((picture) => ({ type: "image_url", image_url: { url: new Embedded(picture) } }));
    const content = parts.length ? [{ type: "text", text: prompt }, ...parts] : prompt;
    const config = shape?.ratio ? given(ratio(shape)) : undefined;
    const json = given({
      model: card.id,
      messages: [{ role: "user", content }],
      n: values.n,
      seed: values.seed,
      size: shape?.ratio ? undefined : shape?.size,
      extra_body: config && { google: { image_config: config } },
    });
    return { path: "v1/chat/completions", headers: BEARER, json, answer: "url", sdk: "chat" };
  },

  pictures: (answer) =>
    answer.choices
      .map(address)
      .filter(Boolean)
      .map((url) => ({ url })),

  problem(answer) {
    if (answer.error) return { message: answer.error.message, field: answer.error.param };
    return answer.choices.some(address) ? null : { message: answer.choices[0].message.content };
  },

  code: { javascript: { url: ["for (const choice of answer.choices) console.log(choice.message.content);"] } },
};

const address = (choice) => choice.message.content?.match(IMAGE)?.[1];
