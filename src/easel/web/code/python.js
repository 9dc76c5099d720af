// A request as Python: by OpenAI's SDK where the dialect is one that it speaks, by `requests` otherwise.

import { Embedded, embedded, headersOf } from "../request.js";
import { address } from "../send.js";
import { literal } from "./literals.js";

/** What the SDK's methods take by name; all else goes into `extra_body`. */
const NAMED = {
  images: ["model", "prompt", "n", "size", "quality", "style", "background", "output_format"],
  chat: ["model", "messages", "n", "seed"],
};
const BASE64 = ["def base64_of(name):", "    return base64.b64encode(Path(name).read_bytes()).decode()", "", ""];

/** The program. */
export function python(request) {
  return request.sdk ? bySdk(request) : byRequests(request);
}

function bySdk(request) {
  const { sdk, answer, form } = request;
  const [fields, files] = form ? split(form) : [request.json, []];
  const named = NAMED[sdk];
  const known = Object.entries(fields).filter(([name]) => named.includes(name));
  const extra = Object.entries(fields).filter(([name]) => !named.includes(name));
  const call = sdk === "chat" ? "chat.completions.create" : files.length ? "images.edit" : "images.generate";
  const values = [...known, ...(extra.length ? [["extra_body", Object.fromEntries(extra)]] : [])];
  return program(request, ["os"], "from openai import OpenAI", [
    `client = OpenAI(base_url=${JSON.stringify(address("v1"))}, api_key=os.environ["EASEL_API_KEY"])`,
    `answer = client.${call}(`,
    ...files.map((file) => `    ${file},`),
    ...values.map(([name, value]) => `    ${name}=${literal(value, "python", picture, "    ")},`),
    ")",
    ...sdkAnswer(sdk, answer),
  ]);
}

function sdkAnswer(sdk, answer) {
  if (sdk === "chat") return ["for choice in answer.choices:", "    print(choice.message.content)"];
  if (answer === "url") return ["for picture in answer.data:", "    print(picture.url)"];
  return [
    "for number, picture in enumerate(answer.data, 1):",
    '    Path(f"picture-{number}.png").write_bytes(base64.b64decode(picture.b64_json))',
  ];
}

function byRequests(request) {
  const named = Object.entries(headersOf(request, "{os.environ['EASEL_API_KEY']}"));
  const headers = named.map(([name, value]) => `    headers={${JSON.stringify(name)}: f"${value}"},`);
  return program(request, ["os"], "import requests", [
    "answer = requests.post(",
    `    ${JSON.stringify(address(request.path))},`,
    ...headers,
    `    json=${literal(request.json, "python", picture, "    ")},`,
    "    timeout=300,",
    ").json()",
    ...request.dialect.code.python[request.answer],
  ]);
}

function program(request, modules, library, lines) {
  const reads = embedded(request).some((one) => one.form !== "file");
  const saves = request.answer === "base64";
  const imports = [
    ...(reads || saves ? ["import base64"] : []),
    ...modules.map((name) => `import ${name}`),
    ...(reads || saves ? ["from pathlib import Path"] : []),
  ];
  return [...imports, "", library, "", ...(reads ? ["", ...BASE64] : []), ...lines, ""].join("\n");
}

/** The text fields of a form with their types, and its files as arguments. */
function split(form) {
  const fields = Object.fromEntries(form.filter(([, value]) => !(value instanceof Embedded)));
  const opened = (value) => `open(${JSON.stringify(value.picture.name)}, "rb")`;
  const images = form.filter(([name]) => name.startsWith("image")).map(([, value]) => opened(value));
  const mask = form.find(([name]) => name === "mask");
  const files = [`image=${images.length > 1 ? `[${images.join(", ")}]` : images[0]}`];
  if (mask) files.push(`mask=${opened(mask[1])}`);
  return [fields, files];
}

function picture({ picture: { name, blob }, form }) {
  const base64 = `base64_of(${JSON.stringify(name)})`;
  return form === "base64" ? base64 : `"data:${blob.type};base64," + ${base64}`;
}
