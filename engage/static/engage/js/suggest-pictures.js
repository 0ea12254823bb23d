// Pictures for the sentence that somebody writes, beside the chooser of the picture that belongs to it.
// Without this script the chooser works as ever.

const script = document.querySelector("script[data-suggest-url]");
const PAUSE_MS = 500;
const waiting = new WeakMap();

// A sentence "...text" has its chooser "...picture" in the same block or row.
function chooserOf(field) {
  if (!/(^|-)text$/.test(field.id)) return null;
  return document.getElementById(`${field.id.slice(0, -"text".length)}picture-chooser`);
}

function token(field) {
  return field.form.querySelector("input[name='csrfmiddlewaretoken']").value;
}

// The list stands behind whichever comes later, so that nothing moves while somebody types.
function listFor(field, chooser) {
  const id = `${field.id}-suggested`;
  const there = document.getElementById(id);
  if (there) return there;
  const list = document.createElement("div");
  list.id = id;
  list.className = "engage-suggested";
  list.hidden = true;
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", script.dataset.suggestLabel);
  const later = chooser.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING ? field : chooser;
  (later.closest(".w-field__input") ?? later).after(list);
  return list;
}

async function choose(picture, chooser, list) {
  const reply = await fetch(picture.chosen, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!reply.ok) return;
  chooser.widget.setStateFromModalData((await reply.json()).result);
  list.querySelector("[role=status]").textContent = script.dataset.suggestChosen.replace("%s", picture.title);
  open(list, false);
}

// Whoever has chosen sees what they chose, and one button that shows the others again.
function open(list, isOpen) {
  for (const one of list.querySelectorAll("[data-picture], [data-label]")) one.hidden = !isOpen;
  const more = list.querySelector("[data-more]");
  more.hidden = isOpen;
  (isOpen ? list.querySelector("[data-picture]") : more).focus({ preventScroll: true });
}

function moreButton(list) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", hidden: true, textContent: script.dataset.suggestMore });
  button.dataset.more = "";
  button.addEventListener("click", () => open(list, true));
  return button;
}

function buttonFor(picture, chooser, list) {
  const button = document.createElement("button");
  const image = document.createElement("img");
  button.type = "button";
  button.dataset.picture = "";
  image.src = picture.thumbnail;
  image.alt = "";
  button.append(image, picture.title);
  button.addEventListener("click", () => choose(picture, chooser, list));
  return button;
}

function show(list, pictures, chooser) {
  const label = document.createElement("p");
  const status = document.createElement("p");
  label.textContent = script.dataset.suggestLabel;
  label.dataset.label = "";
  status.setAttribute("role", "status");
  const buttons = pictures.map((picture) => buttonFor(picture, chooser, list));
  list.replaceChildren(label, ...buttons, status, moreButton(list));
  list.hidden = !pictures.length;
}

async function suggest(field, chooser) {
  const sentence = field.value.trim();
  const list = listFor(field, chooser);
  if (list.dataset.sentence === sentence) return;
  list.dataset.sentence = sentence;
  const body = new URLSearchParams({ sentence, csrfmiddlewaretoken: token(field) });
  const reply = sentence ? await fetch(script.dataset.suggestUrl, { method: "POST", body }).catch(() => null) : null;
  const pictures = reply?.ok ? (await reply.json()).pictures : [];
  // Somebody may have gone on typing while the answer came.
  if (list.dataset.sentence === sentence) show(list, pictures, chooser);
}

function typed(event) {
  const chooser = event.target.form && chooserOf(event.target);
  if (!chooser?.widget) return;
  clearTimeout(waiting.get(event.target));
  waiting.set(event.target, setTimeout(() => suggest(event.target, chooser), PAUSE_MS));
}

document.addEventListener("input", typed);
// Also when somebody comes back to a sentence that has no picture yet.
document.addEventListener("focusin", (event) => {
  if (event.target.form && chooserOf(event.target)?.classList.contains("blank")) typed(event);
});
