// The Easy Read findings beside the page editor, asked for again each time a draft has been saved.
// Without this script they are those of the page as it was when the editor opened.

const PANEL = "[data-engage-easy-read]";

// A new page gets its address with its first draft: Wagtail then puts the editor's address in the bar.
function addressOf(panel) {
  const stored = panel.dataset.url;
  const edited = window.location.pathname.match(/^(.*\/)pages\/(\d+)\/edit\/$/);
  return stored ?? (edited ? `${edited[1]}easy-read/page/${edited[2]}/` : null);
}

async function refresh(panel) {
  const address = addressOf(panel);
  if (!address) return;
  const failed = panel.querySelector("[data-engage-easy-read-failed]");
  try {
    const reply = await fetch(address, { credentials: "same-origin" });
    if (!reply.ok) throw new Error(reply.statusText);
    panel.querySelector("[data-engage-easy-read-findings]").innerHTML = await reply.text();
    failed.hidden = true;
  } catch {
    failed.hidden = false;
  }
}

document.addEventListener("w-autosave:success", () => document.querySelectorAll(PANEL).forEach(refresh));
