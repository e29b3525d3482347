// Two ways of doing the same: a journey is written once and walked by mouse and by keyboard.
//
// A name is the whole accessible name; a pattern says which part of it counts.

import { arrowTo, arrowToButton, tabTo } from "./keyboard.mjs";

function named(around, role, name) {
  return around.getByRole(role, { name, exact: true }).first();
}

/** Points and clicks. */
export function mouse(page) {
  return {
    name: "mouse",
    follow: (name) => named(page, "link", name).click(),
    press: (name) => named(page, "button", name).click(),
    choose: (name) => clickLabel(page, named(page, "radio", name)),
    chooseIn: (group, name) => clickLabel(page, named(named(page, "group", group), "radio", name)),
    tick: (name) => clickLabel(page, named(page, "checkbox", name)),
    write: (name, text) => named(page, "textbox", name).fill(text),
  };
}

/** The whole row is the target, and it is the label that covers it. */
async function clickLabel(page, input) {
  const id = await input.getAttribute("id");
  await page.locator(`label[for="${id}"]`).click();
}

/** Never touches the mouse. */
export function keyboard(page) {
  const reach = (role, name) => tabTo(page, named(page, role, name));
  const reachAndPress = async (role, name, key) => {
    await reach(role, name);
    await page.keyboard.press(key);
  };
  return {
    name: "keyboard",
    follow: (name) => reachAndPress("link", name, "Enter"),
    press: async (name) => {
      const button = named(page, "button", name);
      await button.waitFor();
      if (!(await button.evaluate((one) => one.closest("[role=toolbar]")))) return reachAndPress("button", name, "Enter");
      await arrowToButton(page, button);
      await page.keyboard.press("Enter");
    },
    choose: (name) => arrowTo(page, named(page, "radio", name)),
    chooseIn: (group, name) => arrowTo(page, named(named(page, "group", group), "radio", name)),
    tick: (name) => reachAndPress("checkbox", name, "Space"),
    write: async (name, text) => {
      await reach("textbox", name);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    },
  };
}
