// A module of its own, because the content security policy refuses a script in the page.
import start from "./page.js";

await start();
document.documentElement.dataset.program = "running";
