// Behind bars (`sandbox` without `allow-forms`) a form that is sent tells nobody, and the page's forms are sent to nobody but the page: so
// they tell it themselves.

function tell(form, submitter) {
  form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }));
}

/** From now on forms tell that they are sent, where the frame has no origin. */
export function freeForms() {
  if (origin !== "null") return;
  HTMLFormElement.prototype.requestSubmit = function (submitter = null) {
    tell(this, submitter);
  };
  // Enter in a field presses the button, too.
  addEventListener("click", (event) => {
    const button = event.target.closest("button[type=submit]");
    if (!button?.form || event.defaultPrevented) return;
    event.preventDefault();
    tell(button.form, button);
  });
}
