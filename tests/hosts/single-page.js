// Puts the calculator on the page before its script is there, asks for the script twice, and moves and removes what it has made.
const { embed } = document.currentScript.dataset;
const beregner = document.createElement("mikrolaan-beregner");
beregner.setAttribute("events", "steps");
const [one, two] = ["one", "two"].map((id) => document.getElementById(id));
const load = () =>
  new Promise((done) => {
    const script = document.createElement("script");
    script.src = embed;
    script.onload = done;
    document.head.append(script);
  });

globalThis.page = {
  put: () => one.append(beregner),
  load: () => load().then(load),
  move: () => two.append(beregner),
  remove: () => beregner.remove(),
};
