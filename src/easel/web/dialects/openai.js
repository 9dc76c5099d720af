// OpenAI's images API, which ModelMax speaks too.

import { BEARER, Embedded, given } from "../request.js";
import { sized } from "./shapes.js";

export const openai = {
  id: "openai",
  title: "OpenAI images",
  parameters: ["n", "seed", "steps", "guidance_scale", "negative_prompt", "strength", "quality", "style", "background"],
  formats: ["png", "jpeg", "webp"],
  streams: true,
  masks: true,

  request(wish) {
    const { card, inputs, mask, stream } = wish;
    const fields = given({
      model: card.id,
      prompt: wish.prompt,
      ...sized(wish),
      ...wish.values,
      output_format: wish.format,
    });
    if (stream) Object.assign(fields, { stream: true, partial_images: 3 });
    const common = {
      headers: BEARER,
      stream,
      answer: card.parameters.inline?.default ? "base64" : "url",
      sdk: "images",
    };
    if (!inputs.length) return { ...common, path: "v1/images/generations", json: fields };
    const name = inputs.length > 1 ? "image[]" : "image";
    const form = [...Object.entries(fields), ...inputs.map((picture) => [name, new Embedded(picture, "file")])];
    if (mask) form.push(["mask", new Embedded(mask, "file")]);
    return { ...common, path: "v1/images/edits", form };
  },

  pictures: (answer) => answer.data.map((one) => (one.url ? { url: one.url } : { base64: one.b64_json })),
  problem: (answer) => answer.error && { message: answer.error.message, field: answer.error.param },

  event(data) {
    if (data.type === "error") return { problem: this.problem(data) };
    const picture = { base64: data.b64_json };
    return data.type.endsWith("partial_image") ? { partial: picture } : { picture };
  },

  code: {
    javascript: {
      url: ["for (const picture of answer.data) console.log(picture.url);"],
      base64: [
        "for (const [index, picture] of answer.data.entries())",
        '  await writeFile(`picture-${index + 1}.png`, Buffer.from(picture.b64_json, "base64"));',
      ],
    },
  },
};
