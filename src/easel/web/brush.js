// A mask by hand: what is brushed over becomes transparent in the mask, which is where the picture is made anew.

import { at, button, make } from "./elements.js";

const COLOUR = "#d9480f";
/** The first brush's width, as a share of the picture's longer side. */
const WIDTH = 0.08;

/** Let somebody brush over a picture; `done` gets the mask as a picture, or null for none. */
export async function openBrush(picture, done) {
  const image = await createImageBitmap(picture.blob);
  const canvas = make("canvas", { width: image.width, height: image.height, tabIndex: 0, label: "mask_hint" });
  const pen = canvas.getContext("2d");
  const size = make("input", { id: "brush-size", type: "range", min: 1, max: 30, value: WIDTH * 100 });
  draw(canvas, pen, () => (Number(size.value) / 100) * Math.max(image.width, image.height));
  const dialog = at("brush");
  const close = (made) => {
    dialog.close();
    done(made);
  };
  dialog.replaceChildren(
    make("h2", { id: "brush-title", text: "mask" }),
    make("p", { className: "note", text: "mask_hint" }),
    make("div", { className: "canvas" }, make("img", { src: picture.src, alt: "" }), canvas),
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

function draw(canvas, pen, width) {
  let last = null;
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ];
  };
  const stroke = (event) => {
    const here = point(event);
    Object.assign(pen, { lineWidth: width(), lineCap: "round", strokeStyle: COLOUR });
    pen.beginPath();
    pen.moveTo(...(last ?? here));
    pen.lineTo(...here);
    pen.stroke();
    last = here;
  };
  canvas.onpointerdown = (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = null;
    stroke(event);
  };
  canvas.onpointermove = (event) => last && stroke(event);
  canvas.onpointerup = canvas.onpointercancel = () => (last = null);
}

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
