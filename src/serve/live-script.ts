/**
 * What runs in pages while they are written: reloads them when the build changes what they show, and lays the refused
 * articles over them. Plain JavaScript for browsers; it is served as a file of its own and never written to `dist/`.
 */
export const LIVE_SCRIPT = `"use strict";
{
  const shown = document.currentScript.dataset.version;
  const host = document.createElement("dateline-refusals");
  const root = host.attachShadow({ mode: "open" });
  const add = (parent, name, text) => {
    const element = parent.appendChild(document.createElement(name));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const close = () => host.remove();
  const lay = (troubles) => {
    close();
    // The desk says it in its own list.
    if (troubles.length === 0 || location.pathname.startsWith("/_desk")) return;
    root.replaceChildren();
    add(root, "style", STYLE);
    const panel = add(root, "section");
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-label", "Refused");
    add(panel, "h1", troubles.length === 1 ? "One thing stands in the way" : troubles.length + " things stand in the way");
    for (const { place, wrong, frame, mend } of troubles) {
      const one = add(panel, "article");
      add(one, "h2", place);
      add(one, "p", wrong);
      if (frame !== "") add(one, "pre", frame);
      add(one, "p", mend).className = "mend";
    }
    const button = add(panel, "button", "Close (Esc)");
    button.addEventListener("click", close);
    document.documentElement.append(host);
  };
  const STYLE = \`
    section { all: initial; position: fixed; inset: auto 0 0 0; max-height: 80vh; overflow: auto; z-index: 2147483647;
      box-sizing: border-box; padding: 1rem 1.5rem; background: #2b1113; color: #fff; border-top: 4px solid #ff6b6b;
      font: 16px/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.1rem; margin: 0 0 .5rem; } h2 { font: bold 1rem ui-monospace, monospace; margin: 1rem 0 0; }
    article, h1, h2, p, pre { display: block; } p { margin: .25rem 0; } .mend { color: #ffd0d0; }
    pre { overflow-x: auto; margin: .5rem 0; padding: .5rem; background: #0006; font: 14px/1.4 ui-monospace, monospace; }
    button { font: inherit; margin-top: 1rem; padding: .4rem .8rem; }
  \`;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const events = new EventSource("/_dateline/events");
  events.addEventListener("built", ({ data }) => {
    const { version, troubles } = JSON.parse(data);
    if (version === shown) lay(troubles);
    else location.reload();
  });
  addEventListener("pagehide", () => events.close());
}
`;
