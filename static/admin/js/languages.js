// Gives every text input its language and direction, also those made in the browser
// (StreamField blocks, rich text). The panel around them names the language.

const DIRECTIONS = { ar: "rtl", en: "ltr", fr: "ltr" };
// The search among the blocks (a combobox) is part of the interface, not of the text.
const TEXT_INPUTS =
  'input[type="text"]:not([role="combobox"]), input:not([type]), textarea, .DraftEditor-root';
const NEUTRAL_INPUTS = 'input[type="url"], input[type="number"], input[type="email"]';

function mark(panel) {
  const language = panel.dataset.textLanguage;
  for (const input of panel.querySelectorAll(TEXT_INPUTS)) {
    if (input.lang !== language) {
      input.lang = language;
      input.dir = DIRECTIONS[language];
    }
  }
  for (const input of panel.querySelectorAll(NEUTRAL_INPUTS)) {
    input.dir = "ltr";
  }
}

function markAll(root) {
  root.querySelectorAll("[data-text-language]").forEach(mark);
}

const observer = new MutationObserver((changes) => {
  const panels = new Set();
  for (const { target, addedNodes } of changes) {
    const panel = target.closest?.("[data-text-language]");
    if (panel) {
      panels.add(panel);
    }
    for (const node of addedNodes) {
      node.querySelectorAll?.("[data-text-language]").forEach((found) => panels.add(found));
    }
  }
  panels.forEach(mark);
});

markAll(document);
observer.observe(document.body, { childList: true, subtree: true });
