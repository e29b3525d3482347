// Finds the QR code in a picture. Fetched only when somebody chooses one, and nothing of the picture leaves the page.

import decodeQR from "qr/decode.js";

/** A code is found faster, and as well, in a picture of this size: a telephone's has many times the points. */
const LONGEST_SIDE = 1600;

/** The text of the code; nothing where none is found. Fails where the browser cannot show the picture. */
export async function textOf(file) {
  const picture = await createImageBitmap(file);
  try {
    // Small ones as they are; a large one may hold a small code, so it is looked at whole when the smaller view shows none.
    for (const longest of [LONGEST_SIDE, 2 * LONGEST_SIDE]) {
      const found = codeIn(pointsOf(picture, Math.min(1, longest / Math.max(picture.width, picture.height))));
      if (found) return found;
    }
    return "";
  } finally {
    picture.close();
  }
}

function pointsOf(picture, scale) {
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  // What shines through is paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function codeIn(points) {
  try {
    return decodeQR(points);
  } catch {
    return ""; // it says so by failing
  }
}
