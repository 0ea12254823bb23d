// Finding a theme in the codebook: the list narrows while somebody types, and Enter ticks the theme that is meant.
// Without this script the whole codebook stands there to be ticked.

const plain = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const nameOf = (theme) => plain(theme.querySelector("[data-codebook-name]").textContent);
// Not where a theme says when not to use it: those words belong to other themes.
const wordsOf = (theme) =>
  [...theme.querySelectorAll("[data-codebook-name], [data-codebook-says]")].map((part) => plain(part.textContent)).join(" ");

function narrow(codebook, words) {
  const found = [];
  for (const theme of codebook.querySelectorAll("[data-codebook-theme]")) {
    const text = wordsOf(theme);
    theme.hidden = !words.every((word) => text.includes(word));
    if (!theme.hidden) found.push(theme);
  }
  for (const group of codebook.querySelectorAll("[data-codebook-group]")) {
    group.hidden = !group.querySelector("[data-codebook-theme]:not([hidden])");
  }
  return found;
}

// The only theme left, or the only one whose name holds the words. Several: nobody guesses.
function meant(found, words) {
  const named = found.filter((theme) => words.every((word) => nameOf(theme).includes(word)));
  return [found, named].find((themes) => themes.length === 1)?.[0];
}

function start(codebook) {
  const find = codebook.querySelector("[data-codebook-find]");
  const input = find.querySelector("input");
  const status = find.querySelector("[data-codebook-found]");
  const typed = () => plain(input.value).split(/\s+/).filter(Boolean);
  find.hidden = false;

  input.addEventListener("input", () => {
    const count = narrow(codebook, typed()).length;
    const text = count === 1 ? status.dataset.one : status.dataset.many.replace("%s", count);
    status.textContent = typed().length ? text : "";
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter must not send a form that is half filled in.
    event.preventDefault();
    if (!typed().length) return;
    const box = meant(narrow(codebook, typed()), typed())?.querySelector("input");
    if (!box) return;
    box.checked = !box.checked;
    box.focus();
  });
}

document.querySelectorAll("[data-codebook]").forEach(start);
