// Google's own generateContent: the answer holds the pictures themselves.

import { Embedded, given, KEY } from "../request.js";
import { ratio } from "./shapes.js";

const MIME = { png: "image/png", jpeg: "image/jpeg", webp: "image/webp" };

export const geminiNative = {
  id: "gemini_native",
  title: "Gemini generateContent",
  parameters: ["n", "seed"],
  formats: ["png", "jpeg", "webp"],
  streams: true,
  noPixels: true,

  request({ card, prompt, shape, values, inputs, format, stream }) {
    const parts = inputs.map((picture) => ({
      inlineData: { mimeType: picture.blob.type, data: new Embedded(picture, "base64") },
    }));
    const { aspect_ratio: aspectRatio, image_size: imageSize } = shape ? ratio(shape) : {};
    const imageConfig = given({ aspectRatio, imageSize, imageOutputOptions: format && { mimeType: MIME[format] } });
    const generationConfig = given({
      candidateCount: values.n,
      seed: values.seed,
      imageConfig: Object.keys(imageConfig).length ? imageConfig : undefined,
      thinkingConfig: stream ? { includeThoughts: true } : undefined,
    });
    const json = given({
      contents: [{ role: "user", parts: [...parts, { text: prompt }] }],
      generationConfig: Object.keys(generationConfig).length ? generationConfig : undefined,
    });
    const verb = stream ? "streamGenerateContent?alt=sse" : "generateContent";
    return {
      path: `v1beta/models/${card.id}:${verb}`,
      headers: { "x-goog-api-key": [KEY] },
      json,
      stream,
      answer: "base64",
    };
  },

  pictures: (answer) =>
    parts(answer)
      .filter((part) => part.inlineData)
      .map(picture),

  problem(answer) {
    if (answer.error) {
      const code = answer.error.details?.find((detail) => detail.reason)?.reason;
      return { message: answer.error.message, code };
    }
    if (answer.promptFeedback) return { message: answer.promptFeedback.blockReasonMessage };
    const blocked = answer.candidates?.find((candidate) => candidate.finishMessage);
    return blocked && !parts(answer).length ? { message: blocked.finishMessage } : null;
  },

  event(data) {
    const problem = this.problem(data);
    if (problem) return { problem };
    const part = parts(data).find((one) => one.inlineData);
    if (!part) return {};
    return part.thought ? { partial: picture(part) } : { picture: picture(part) };
  },

  code: {
    python: {
      base64: [
        'parts = [part for candidate in answer["candidates"] for part in candidate["content"]["parts"]]',
        "for number, part in enumerate(parts, 1):",
        '    Path(f"picture-{number}.png").write_bytes(base64.b64decode(part["inlineData"]["data"]))',
      ],
    },
    javascript: {
      base64: [
        "const parts = answer.candidates.flatMap((candidate) => candidate.content.parts);",
        "for (const [index, part] of parts.entries())",
        '  await writeFile(`picture-${index + 1}.png`, Buffer.from(part.inlineData.data, "base64"));',
      ],
    },
  },
};

const parts = (answer) => (answer.candidates ?? []).flatMap((candidate) => candidate.content?.parts ?? []);
const picture = (part) => ({ base64: part.inlineData.data });
