// MiniMax image_generation: errors are HTTP 200 with a status code that is not 0.

import { BEARER, Embedded, given } from "../request.js";

const ANSWER = "answer.data ? answer.data.image_urls : answer.base_resp";

export const minimax = {
  id: "minimax",
  title: "MiniMax",
  parameters: ["n", "seed", "style", "style_weight", "rewrite_prompt"],
  watermark: true,
  noResolution: true,

  request({ card, prompt, shape, values, inputs, watermark }) {
    const [width, height] = shape?.size && !shape.ratio ? shape.size.split("x").map(Number) : [];
    const { n, seed, style, style_weight, rewrite_prompt } = values;
    const json = given({
      model: card.id,
      prompt,
      aspect_ratio: shape?.ratio,
      width,
      height,
      n,
      seed,
      style: style && given({ style_type: style, style_weight }),
      prompt_optimizer: rewrite_prompt,
      aigc_watermark: watermark,
      subject_reference: inputs.length
        ? inputs.map((picture) => ({ type: "character", image_file: new Embedded(picture) }))
        : undefined,
    });
    return { path: "v1/image_generation", headers: BEARER, json, answer: "url" };
  },

  pictures: (answer) => answer.data.image_urls.map((url) => ({ url })),
  problem({ base_resp }) {
    const code = base_resp.status_code;
    return code ? { message: base_resp.status_msg.replace(/^invalid params, /, ""), code } : null;
  },

  code: {
    python: { url: ['print(answer["data"]["image_urls"] if "data" in answer else answer["base_resp"])'] },
    javascript: { url: [`console.log(${ANSWER});`] },
  },
};
