// Finding a theme in the codebook: the list narrows while somebody types, and Enter ticks the first one left.
// Without this script the whole codebook stands there to be ticked.

const plain = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function narrow(codebook, words) {
  let found = 0;
  for (const theme of codebook.querySelectorAll("[data-codebook-theme]")) {
    const matches = words.every((word) => plain(theme.textContent).includes(word));
    theme.hidden = !matches;
    found += matches ? 1 : 0;
  }
  for (const group of codebook.querySelectorAll("[data-codebook-group]")) {
    group.hidden = !group.querySelector("[data-codebook-theme]:not([hidden])");
  }
  return found;
}

function start(codebook) {
  const find = codebook.querySelector("[data-codebook-find]");
  const input = find.querySelector("input");
  const status = find.querySelector("[data-codebook-found]");
  find.hidden = false;

  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const found = narrow(codebook, words);
    const text = found === 1 ? status.dataset.one : status.dataset.many.replace("%s", found);
    status.textContent = words.length ? text : "";
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const box = codebook.querySelector("[data-codebook-theme]:not([hidden]) input");
    if (!box || !input.value.trim()) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    box.focus();
  });
}

document.querySelectorAll("[data-codebook]").forEach(start);
