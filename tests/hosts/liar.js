// Stands in the calculator's place and answers with what fits nowhere, before one message that does.
const id = self.name;
const wrong = [
  null, 1, "ready", [], new Date(), new Map([["ml", 1]]), new ArrayBuffer(8), {},
  { ml: 2, id, type: "ready", version: "1.0.0" },
  { ml: 1, id: "x", type: "ready", version: "1.0.0" },
  { ml: 1, id, type: "ready" },
  { ml: 1, id, type: "ready", version: 1 },
  { ml: 1, id, type: "ready", version: "1.0.0", answer: "yes" },
  { ml: 1, id, type: "toString", version: "1.0.0" },
  { ml: 1, id, type: "__proto__" },
  { ml: 1, id, type: "resize", height: "100%" },
  { ml: 1, id, type: "resize", height: 1e9 },
  { ml: 1, id, type: "resize", height: -5 },
  { ml: 1, id, type: "resize", height: 12.5 },
  { ml: 1, id, type: "resize", height: Number.NaN },
  { ml: 1, id, type: "step", step: "public_debt" },
  { ml: 1, id, type: "result", verdict: "<img src=x>" },
  { ml: 1, id, type: "error", reason: ["stopped"] },
  { ml: 1, id, type: "x".repeat(100_000) },
];
let begun = false;
addEventListener("message", ({ source, origin }) => {
  if (begun || source !== parent) return;
  begun = true;
  for (let round = 0; round < 200; round += 1) for (const message of wrong) parent.postMessage(message, origin);
  parent.postMessage({ ml: 1, id, type: "step", step: "other" }, origin);
});
