// What is asked of the page as it is served.

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Three mains stand in the page and one shows at a time: start, the program, the message when
    // the program has stopped. Each has its own first heading.
    "heading-level": ["error", { allowMultipleH1: true }],
    // How the bundler writes the tags it puts in.
    "void-style": "off",
    "no-trailing-whitespace": "off",
  },
};
