// The pictures of this browser, over reloads of the page: in a database of its own, without any key.

import { dialectOf } from "./dialects/index.js";
import { cardOf } from "./models.js";

const NAME = "easel";
const PICTURES = "pictures";
/** So many pictures are kept, the newest ones. */
const MOST = 60;

/** Keep a finished picture with what was asked for. A browser that keeps nothing for pages goes without. */
export async function keep({ src, wish, ...made }) {
  const { card, dialect, inputs, ...asked } = wish;
  const files = inputs.map(({ blob, name }) => ({ blob, name }));
  await use("readwrite", (pictures) => {
    const added = pictures.add({ ...made, wish: { ...asked, card: card.id, dialect: dialect.id, inputs: files } });
    pictures.getAllKeys().onsuccess = ({ target }) => {
      for (const key of target.result.slice(0, -MOST)) pictures.delete(key);
    };
    return added;
  });
}

/** What is kept, the oldest first, of the models that the server still has. */
export async function kept() {
  const found = (await use("readonly", (pictures) => pictures.getAll())) ?? [];
  return found.flatMap(({ wish, ...made }) => {
    const [card, dialect] = [cardOf(wish.card), dialectOf(wish.dialect)];
    const inputs = wish.inputs.map(shown);
    return card && dialect ? [{ ...shown(made), wish: { ...wish, card, dialect, inputs } }] : [];
  });
}

/** Forget every picture. */
export const forget = () => use("readwrite", (pictures) => pictures.clear());

const shown = (one) => ({ ...one, src: one.blob ? URL.createObjectURL(one.blob) : one.url });

/** The result of the request that `work` makes of the stored pictures, once all is written; null where that fails. */
async function use(mode, work) {
  try {
    const database = await open();
    const transaction = database.transaction(PICTURES, mode);
    const request = work(transaction.objectStore(PICTURES));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
    return request.result;
  } catch (error) {
    // The browser has no room, or keeps nothing for pages; all else is a fault of this page.
    if (error instanceof DOMException && error.name !== "DataCloneError") return null;
    throw error;
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME);
    opening.onupgradeneeded = () => opening.result.createObjectStore(PICTURES, { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
