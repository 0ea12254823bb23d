/* A device of a group session that goes on without the internet: see docs/decisions/0031-offline-devices.md.
   Every change is kept at once; who has finished goes into a queue; the queue is sent when the internet is there. */

const device = document.getElementById("device");
const links = document.getElementById("device-scripts").dataset;
const settings = JSON.parse(device.dataset.settings);
// Addresses come from the page, as the names of files change with what is in them.
const [{ Store }, { problem, reached, valuesOf }, { Sheet }, { Sender }, { forgetPage, keepPage }, { Screens }] =
  await Promise.all(["store", "rules", "form", "send", "keep", "screens"].map((name) => import(links[name])));

const LOCK = `engage-offline-${settings.session}`;
const RELOADED = "engage-offline-reloaded";
const screens = new Screens(device);
const sheet = new Sheet(device.querySelector("[data-person]"), (name) => screens.words(name));
let store, sender;
let person = null;

// How the page looks

const ways = () => [...device.querySelectorAll("[data-way]")];

function look(display) {
  for (const way of ways()) way.value = display[way.dataset.way];
  Object.assign(document.documentElement.dataset, {
    size: display.size, theme: display.theme, spacing: display.spacing, pictures: display.pictures,
  });
  for (const section of sheet.sections) {
    const [wording, help] = JSON.parse(section.dataset.versions)[display.version];
    section.querySelector("h1").textContent = wording;
    const place = section.querySelector(".question-words p");
    if (place) place.textContent = help;
  }
}

const shown = () => ({ ...settings.display, ...Object.fromEntries(ways().map((way) => [way.dataset.way, way.value])) });

// One person

function said() {
  const known = sheet.rules.filter((rules) => person.passed.includes(rules.key) || sheet.isAnswered(rules.key));
  return Object.fromEntries(known.map((rules) => [rules.uid, valuesOf(rules, sheet.given(rules.key).answer)]));
}

const asked = (finished) => reached(sheet.rules, said(), finished).map((rules) => rules.key);

const steps = () => ["who", ...asked(false), ...(screens.get("about") ? ["about"] : []), "check"];

/** Keep what stands on the page. Nothing is kept of somebody who has finished. */
async function save() {
  if (!person) return;
  Object.assign(person, { fields: sheet.fields(), display: shown() });
  await kept(store.keep(person));
}

/** Whether the device kept it; else say so. What was typed stays on the page. */
async function kept(writing) {
  const isKept = await writing.then(() => true, () => false);
  screens.each("[data-trouble]", (one) => (one.hidden = isKept));
  return isKept;
}

function newReceipt() {
  const signs = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => settings.alphabet[byte % 32]).join("");
  return signs.match(/.{4}/g).join("-");
}

async function start() {
  sheet.clear();
  look(settings.display);
  const one = {
    key: crypto.randomUUID(), receipt: newReceipt(), token: device.dataset.token, started: Date.now(),
    fields: sheet.fields(), passed: [], step: "who", back: "", display: settings.display,
  };
  if (!(await kept(store.keep(one)))) return;
  person = one;
  go("who");
}

function carryOn() {
  sheet.fill(person.fields);
  look(person.display);
  go(steps().includes(person.step) ? person.step : "who");
}

function go(name) {
  history.pushState(null, "", `#${name}`);
  return show(name);
}

/** A step of the person; the first screen for whatever is not one. */
async function show(name) {
  if (!person || !steps().includes(name)) return home();
  if (name === "check") listAnswers();
  const section = sheet.rulesOf(name) && sheet.sectionOf(name);
  const questions = asked(false);
  if (section) screens.progress(section, questions.indexOf(name) + 1, questions.length);
  screens.show(name, section?.querySelector(".progress p").textContent);
  person.step = name;
  return save();
}

function listAnswers() {
  const title = (screen) => screens.get(screen).querySelector("h1").textContent;
  const parts = [...device.querySelectorAll("[data-part]")];
  screens.list([
    { label: title("who"), value: sheet.pressed("answered_by"), step: "who" },
    ...asked(true).map((key) => ({ label: title(key), value: sheet.inWords(key), step: key })),
    ...parts.map((part) => ({
      label: part.querySelector("legend").textContent, value: sheet.pressed(part.dataset.part), step: "about",
    })),
  ]);
}

/** Whether a step fits; else its complaint is on the page. */
function fits(name) {
  const rules = sheet.rulesOf(name);
  const found = rules ? problem(rules, sheet.given(name), settings.longest) : name === "about" && aboutProblem();
  if (!found) return true;
  const values = { ...found, own: rules?.own && sheet.label(name, rules.own) };
  if (found.other) values.other = sheet.label(name, found.other);
  screens.complain(name, screens.words(found.name, values));
  return false;
}

function aboutProblem() {
  const needs = new FormData(screens.get("about").querySelector("form")).getAll("needs");
  return needs.length > 1 && needs.includes("not_said") ? { name: "not_said_and_more" } : null;
}

function next(name) {
  if (!fits(name)) return undefined;
  if (name === "check") return finish();
  if (sheet.rulesOf(name) && !person.passed.includes(name)) person.passed.push(name);
  if (person.back) {
    // A changed answer may have brought up a question: that comes first.
    const fresh = asked(true).find((key) => !person.passed.includes(key) && !sheet.isAnswered(key));
    if (!fresh) person.back = "";
    return go(fresh || "check");
  }
  const all = steps();
  return go(all[all.indexOf(name) + 1]);
}

async function finish() {
  const questions = asked(true);
  const wrong = [...questions, ...(screens.get("about") ? ["about"] : [])].find((name) => !fits(name));
  if (wrong) {
    await go(wrong);
    return fits(wrong);
  }
  const { key, receipt, token, started } = person;
  const item = { key, receipt, token, started, finished: Date.now(), fields: sheet.fields(questions), display: shown() };
  // A second press finds nobody any more.
  const one = person;
  person = null;
  if (!(await kept(store.finish(item)))) {
    person = one;
    return undefined;
  }
  sheet.clear();
  look(settings.display);
  document.getElementById("answers").replaceChildren();
  device.querySelector("[data-receipt]").textContent = receipt;
  history.pushState(null, "", "#done");
  screens.show("done");
  return sender.now();
}

// All people

async function count() {
  const [waiting, sent] = await Promise.all([store.waiting(), store.sent()]);
  screens.counts({ waiting, sent, isBegun: Boolean(person), isOver: Date.now() > settings.over });
}

async function tell(state) {
  await count();
  screens.state(state);
}

async function home(options) {
  device.querySelector("[data-receipt]").textContent = "";
  await count();
  screens.show("start", "", options);
}

async function leave() {
  await count();
  screens.show("leave");
}

async function forget() {
  person = null;
  sheet.clear();
  await store.forget();
  await forgetPage(settings.session, links);
  screens.show("left");
}

async function sendAgain() {
  await sender.now(true);
}

// What people press

const WAYS_ON = {
  start, leave, forget, send: sendAgain, "carry-on": carryOn,
  home: () => {
    history.pushState(null, "", "#start");
    return home();
  },
  back: () => {
    const all = steps();
    const here = all.indexOf(person.step);
    return here > 0 ? go(all[here - 1]) : WAYS_ON.home();
  },
  change: (button) => {
    person.back = "check";
    return go(button.dataset.step);
  },
};

function pressCard(card) {
  const top = sheet.ranked.get(person.step);
  if (top.press(card.value)) return screens.get(person.step).querySelector(".error-summary")?.remove();
  return screens.complain(person.step, screens.words("three_already"));
}

function listen() {
  device.addEventListener("submit", (event) => {
    event.preventDefault();
    if (person) next(person.step);
  });
  device.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.name === "do") WAYS_ON[button.value](button);
    else if (button?.closest("[data-cards]")) pressCard(button);
    // After starters.js has put its words into the box.
    if (button) setTimeout(save);
  });
  device.addEventListener("input", (event) => {
    if (event.target.dataset.way) look(shown());
    save();
  });
  window.addEventListener("popstate", () => show(location.hash.slice(1)));
}

/** Two windows would write over each other: the second one waits until the first is closed. */
function onlyWindow() {
  if (!navigator.locks) return Promise.resolve();
  const forEver = () => new Promise(() => {});
  return new Promise((resolve) => {
    const hold = () => {
      resolve();
      return forEver();
    };
    navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      screens.cannot("tab");
      navigator.locks.request(LOCK, hold);
      return undefined;
    });
  });
}

/** Get the newest page; take it over at once while nobody is in the middle, but never twice in a minute. */
async function keepUp() {
  const got = await keepPage(settings.session, links).catch(() => "");
  screens.each("[data-not-ready]", (one) => (one.hidden = true));
  screens.each(got ? "[data-ready]" : "[data-not-kept]", (one) => (one.hidden = false));
  const lately = Date.now() - Number(sessionStorage.getItem(RELOADED)) < 60_000;
  if (got === "new" && !person && !screens.get("start").hidden && !lately) {
    sessionStorage.setItem(RELOADED, Date.now());
    location.reload();
  }
}

async function begin() {
  const needs = ["serviceWorker" in navigator, "caches" in window, window.isSecureContext, "randomUUID" in crypto];
  if (needs.includes(false)) return screens.cannot("browser");
  await onlyWindow();
  try {
    store = await Store.open(settings.session);
    person = (await store.person()) || null;
  } catch {
    return screens.cannot("storage");
  }
  sender = new Sender(store, device.dataset.receive, tell);
  listen();
  await home({ takesFocus: false });
  navigator.storage?.persist?.();
  sender.now();
  return keepUp();
}

await begin();
