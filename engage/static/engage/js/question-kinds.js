// The editor of a question shows what belongs to its kind, and whatever holds something or has an error.
// Without this script all fields stand there; their helps say for which kinds they are.

const KINDS = {
  scale: ["statement"],
  statement: ["statement"],
  choices: ["one_choice", "several_choices", "top_three"],
  at_most: ["several_choices"],
  low_words: ["how_much"],
  high_words: ["how_much"],
  starters: ["text"],
  takes_voice: ["text"],
};
const KIND = "select[name^='questions-'][name$='-kind']";

// Where a field stands with its label; choices are rows in a list.
function partOf(prefix, name) {
  return document.getElementById(`id_${prefix}-${name === "choices" ? "choices-FORMS" : name}`)?.closest(".w-panel__wrapper");
}

// Faces always hold something; they say nothing about other kinds.
function isFilled(prefix, name, part) {
  if (part.querySelector(".error-message, .w-field--error")) return true;
  if (name === "choices") return part.querySelector("[data-inline-panel-child]:not(.deleted)") !== null;
  const field = document.getElementById(`id_${prefix}-${name}`);
  if (field.type === "checkbox") return field.checked;
  return field.type !== "select-one" && field.value !== "";
}

function showWhatFits(select) {
  const prefix = select.name.slice(0, -"-kind".length);
  for (const [name, kinds] of Object.entries(KINDS)) {
    const part = partOf(prefix, name);
    if (!part) continue;
    part.hidden = !kinds.includes(select.value) && !isFilled(prefix, name, part);
    const row = part.parentElement.closest(".w-field-row");
    if (row) row.hidden = [...row.children].every((child) => child.hidden);
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches(KIND)) showWhatFits(event.target);
});
// A question that was just added: Wagtail's own listener has put it there before this one hears of it.
document.addEventListener("click", (event) => {
  if (event.target.closest("#id_questions-ADD")) document.querySelectorAll(KIND).forEach(showWhatFits);
});
document.querySelectorAll(KIND).forEach(showWhatFits);
