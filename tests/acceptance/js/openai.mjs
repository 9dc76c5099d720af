// What the npm openai package sees of the server; prints one JSON object.
import OpenAI, { toFile } from "openai";

const client = new OpenAI({ baseURL: `${process.env.EASEL_URL}/v1`, apiKey: process.env.EASEL_KEY, maxRetries: 0 });
const head = (base64) => Buffer.from(base64, "base64").subarray(0, 4).toString("hex");
const small = { model: "imagen-3", size: "256x256" };
const seen = {};

const url = await client.images.generate({ ...small, prompt: "a watercolor painting of a mountain lake" });
const file = await fetch(url.data[0].url);
seen.url = [file.status, file.headers.get("content-type")];

const inline = await client.images.generate({ ...small, prompt: "a red fox", response_format: "b64_json" });
seen.base64 = head(inline.data[0].b64_json);

const image = await toFile(Buffer.from(inline.data[0].b64_json, "base64"));
const edited = await client.images.edit({ ...small, image, prompt: "make it night", response_format: "b64_json" });
seen.edit = head(edited.data[0].b64_json);

seen.stream = [];
for await (const event of await client.images.generate({ ...small, prompt: "a boat", stream: true, partial_images: 1 })) {
  seen.stream.push(event.type);
}

const chat = await client.chat.completions.create({
  model: "gemini-3.1-flash-image-preview",
  messages: [{ role: "user", content: "一只熊猫在竹林里" }],
});
seen.chat = /!\[[^\]]*\]\(http[^)]+\)/.test(chat.choices[0].message.content);

try {
  await client.images.generate({ model: "no-such-model", prompt: "a cat" });
} catch (error) {
  seen.error = [error.constructor.name, error.code];
}
console.log(JSON.stringify(seen));
