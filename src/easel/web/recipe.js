// What a picture's file tells of how it was made: the recipe and the mark of AI-made content, both in its XMP packet.

const OPEN = "<easel:Recipe>";
const CLOSE = "</easel:Recipe>";
const MARK = "TC260:AIGC";
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'" };

/** `{recipe, marked}` of a picture's bytes; the recipe is null where the file has none. */
export async function told(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // One character for each byte, so that a place in the text is a place in the file.
  const text = new TextDecoder("latin1").decode(bytes);
  const start = text.indexOf(OPEN) + OPEN.length;
  const end = text.indexOf(CLOSE, start);
  const marked = text.includes(MARK);
  if (start < OPEN.length || end < 0) return { recipe: null, marked };
  const xml = new TextDecoder().decode(bytes.subarray(start, end));
  try {
    return { recipe: JSON.parse(xml.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)), marked };
  } catch {
    return { recipe: null, marked };
  }
}
