// A mask by hand: what is brushed over becomes transparent in the mask, which is where the picture is made anew.

import { at, button, make } from "./elements.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const COLOUR = "#d9480f";
/** The first brush's width, as a share of the picture's longer side. */
const WIDTH = 0.08;

/** Let somebody brush over a picture, or change its mask; `done` gets the mask as a picture, or null for none. */
export async function openBrush(picture, before, done) {
  const image = await createImageBitmap(picture.blob);
  const canvas = make("canvas", { width: image.width, height: image.height, tabIndex: 0, label: "mask_hint" });
  const pen = canvas.getContext("2d");
  const size = make("input", { id: "brush-size", type: "range", min: 1, max: 30, value: WIDTH * 100 });
  const width = () => (Number(size.value) / 100) * Math.max(image.width, image.height);
  if (before) {
    const strokes = make("img", { src: before.src });
    await strokes.decode();
    pen.drawImage(strokes, 0, 0);
  }
  const brush = make("span", { className: "brush", hidden: true });
  byPointer(canvas, (from, to) => stroke(pen, width(), from, to));
  byKeys(canvas, brush, width, (from, to) => stroke(pen, width(), from, to));
  const dialog = at("brush");
  const close = (made) => {
    dialog.close();
    done(made);
  };
  dialog.replaceChildren(
    make("h2", { id: "brush-title", text: "mask" }),
    make("p", { className: "note", text: "mask_hint" }),
    make("div", { className: "canvas" }, make("img", { src: picture.src, alt: "" }), canvas, brush),
    make(
      "div",
      { className: "row" },
      make("label", { htmlFor: "brush-size", text: "brush_size" }),
      size,
      button("clear", () => pen.clearRect(0, 0, canvas.width, canvas.height)),
      button("mask_none", () => close(null)),
      button("mask_use", async () => close(await cut(canvas)), "main"),
    ),
  );
  dialog.showModal();
}

function stroke(pen, lineWidth, from, to) {
  Object.assign(pen, { lineWidth, lineCap: "round", strokeStyle: COLOUR });
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function byPointer(canvas, draw) {
  let last = null;
  const move = (event) => {
    const box = canvas.getBoundingClientRect();
    const here = [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ];
    draw(last ?? here, here);
    last = here;
  };
  canvas.onpointerdown = (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = null;
    move(event);
  };
  canvas.onpointermove = (event) => last && move(event);
  canvas.onpointerup = canvas.onpointercancel = () => (last = null);
}

/** The arrow keys move a ring over the picture, half its width at a time; with Shift, or by the space bar, it brushes. */
function byKeys(canvas, ring, width, draw) {
  let here = [canvas.width / 2, canvas.height / 2];
  const show = () => {
    const across = (100 * width()) / canvas.width;
    const [left, top] = [(100 * here[0]) / canvas.width, (100 * here[1]) / canvas.height].map((share) => `${share}%`);
    for (const [name, value] of Object.entries({ left, top, width: `${across}%` })) ring.style.setProperty(name, value);
  };
  canvas.onfocus = () => (ring.hidden = !canvas.matches(":focus-visible"));
  canvas.onblur = () => (ring.hidden = true);
  canvas.onkeydown = (event) => {
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    if (!right && !down && event.key !== " ") return;
    event.preventDefault();
    const step = width() / 2;
    const next = [inside(here[0] + right * step, canvas.width), inside(here[1] + down * step, canvas.height)];
    if (event.shiftKey || event.key === " ") draw(here, next);
    here = next;
    show();
  };
  show();
}

const inside = (place, side) => Math.min(Math.max(place, 0), side);

/** OpenAI's form: opaque where the picture stays, transparent where it was brushed over. */
async function cut(canvas) {
  const { width, height } = canvas;
  const result = make("canvas", { width, height });
  const pen = result.getContext("2d");
  pen.fillRect(0, 0, width, height);
  pen.globalCompositeOperation = "destination-out";
  pen.drawImage(canvas, 0, 0);
  const blob = await new Promise((resolve) => result.toBlob(resolve, "image/png"));
  return { blob, name: "mask.png", src: canvas.toDataURL() };
}
