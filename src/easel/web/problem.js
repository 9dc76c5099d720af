// What goes wrong with a request.

/** Something that the server or the network says no with. `field` is the wire name at fault, if there is one. */
export class Problem extends Error {
  constructor(message, { field, status, code, retryAfter } = {}) {
    super(message);
    Object.assign(this, { field, status, code, retryAfter });
  }
}

/** For `catch`: a promise of the network's that fails is a Problem with this code, unless somebody cancelled it. */
export const orProblem =
  (code, told = {}) =>
  (error) => {
    throw error.name === "AbortError" ? error : new Problem("", { ...told, code });
  };
