// Ctrl (or the command key) and Enter in the words stores the note. Without this script the button does it.

const form = document.querySelector("[data-note]");
const words = form?.querySelector("[data-next-note]");

if (words) {
  form.querySelector("[data-note-keys]").hidden = false;
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}
