// Shows only the rows whose words hold what is typed. Without this script the button "Find" does it.

const field = document.querySelector("[data-find-rows]");
const rows = [...document.querySelectorAll("[data-row]")].map((row) => {
  return { row, words: row.querySelector("strong").textContent.toLocaleLowerCase() };
});

field?.addEventListener("input", () => {
  const typed = field.value.trim().toLocaleLowerCase();
  for (const { row, words } of rows) row.hidden = !words.includes(typed);
});
