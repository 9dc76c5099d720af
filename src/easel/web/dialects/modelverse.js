// UCloud Modelverse: OpenAI's path for text to image, with input pictures and `strength` in the same JSON body.

import { BEARER, Embedded, given } from "../request.js";
import { openai } from "./openai.js";
import { sized } from "./shapes.js";

export const modelverse = {
  id: "modelverse",
  title: "UCloud Modelverse",
  parameters: ["n", "seed", "steps", "guidance_scale", "negative_prompt", "strength"],
  noResolution: true,
  /** Other models are answered in OpenAI's shape on this path. */
  only: (card) => card.dialect === "modelverse",

  request(wish) {
    const { card, inputs } = wish;
    const pictures = inputs.map((picture) => new Embedded(picture));
    const many = card.references.input?.max > 1;
    const json = given({
      model: card.id,
      prompt: wish.prompt,
      ...sized(wish),
      ...wish.values,
      ...(pictures.length ? (many ? { images: pictures } : { image: pictures[0] }) : {}),
    });
    return { path: "v1/images/generations", headers: BEARER, json, answer: "url", sdk: "images" };
  },

  pictures: openai.pictures,
  // Its `param` is the request's id; the message names the field.
  problem: (answer) => answer.error && { message: answer.error.message },
  code: openai.code,
};
