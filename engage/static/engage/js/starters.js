/* Starts of sentences: a press puts one into the box at once. Without this script the server does it. */

for (const group of document.querySelectorAll("[data-starters]")) {
  const box = document.getElementById(group.dataset.starters);
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !box) return;
    event.preventDefault();
    const words = button.textContent.replace(/\s*…\s*$/, "").trim();
    box.value = [box.value.trimEnd(), `${words} `].filter(Boolean).join("\n");
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  });
}
