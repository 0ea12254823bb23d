/* Shows one screen of the page at a time, and says what the page says. All words come from the page. */

export class Screens {
  constructor(device) {
    this.device = device;
    this.all = [...device.querySelectorAll("section[id^='screen-']")];
    this.said = document.getElementById("device-words").content;
  }

  /** The page's words with that name, with the values put into their places. */
  words(name, values = {}) {
    const text = this.said.querySelector(`[data-word="${name}"]`).textContent;
    return text.replace(/\{(\w+)\}/g, (_place, key) => values[key] ?? "");
  }

  get(name) {
    return document.getElementById(`screen-${name}`);
  }

  each(selector, change) {
    this.device.querySelectorAll(selector).forEach(change);
  }

  show(name, title = "", { takesFocus = true } = {}) {
    const screen = this.get(name);
    this.all.forEach((one) => (one.hidden = one !== screen));
    this.each("[data-person]", (one) => (one.hidden = !one.contains(screen)));
    this.each("[data-tools]", (one) => (one.hidden = name === "left" || name === "cannot"));
    this.each("details[open]", (one) => (one.open = false));
    screen.querySelector(".error-summary")?.remove();
    const heading = screen.querySelector("h1");
    document.title = [title, heading.textContent, this.device.dataset.title].filter(Boolean).join(" | ");
    if (!takesFocus) return;
    window.scrollTo(0, 0);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Why this device cannot do it, with the way that needs the internet: "storage", "browser" or "tab". */
  cannot(why) {
    this.each("[data-cannot]", (one) => (one.hidden = one.dataset.cannot !== why));
    this.show("cannot");
  }

  /** Say at the top of a step what does not fit. */
  complain(name, message) {
    const form = this.get(name).querySelector("form");
    form.querySelector(".error-summary")?.remove();
    const summary = document.getElementById("device-problem").content.firstElementChild.cloneNode(true);
    summary.querySelector(".error").textContent = message;
    form.prepend(summary);
    document.title = `${this.words("error")} ${document.title}`;
    summary.focus();
  }

  progress(section, number, count) {
    const place = section.querySelector(".progress");
    place.querySelector("p").textContent = this.words("progress", { number, count });
    const parts = Array.from({ length: count }, (_part, index) => {
      const part = document.createElement("span");
      part.className = index < number ? "is-done" : "";
      return part;
    });
    place.querySelector(".progress-bar").replaceChildren(...parts);
  }

  /** Check your answers: rows of words, value, and the step that changes it. */
  list(rows) {
    const made = rows.map(({ label, value, step }) => {
      const row = document.getElementById("device-row").content.firstElementChild.cloneNode(true);
      const [said, change] = row.querySelectorAll("dd");
      row.querySelector("dt").textContent = label;
      said.textContent = value || this.words("left_out");
      said.classList.toggle("muted", !value);
      change.querySelector("button").dataset.step = step;
      change.querySelector(".hidden-words").textContent = `: ${label}`;
      return row;
    });
    document.getElementById("answers").replaceChildren(...made);
  }

  /** The counts, what can be done with them, and the reasons of what the server did not take. */
  counts({ waiting, sent, isBegun, isOver }) {
    const toggle = (selector, isShown) => this.each(selector, (one) => (one.hidden = !isShown));
    this.each("[data-count=waiting]", (one) => (one.textContent = waiting.length));
    this.each("[data-count=sent]", (one) => (one.textContent = sent));
    toggle("[data-if-waiting]", waiting.length);
    toggle("[data-if-unsent]", waiting.length || isBegun);
    toggle("[data-if-all-sent]", !waiting.length && !isBegun);
    toggle("[data-begun]", isBegun);
    toggle("[data-not-begun]", !isBegun);
    toggle("[data-over]", isOver);
    toggle("[data-unless-over]", !isOver);
    const reasons = waiting.map((item) => item.reason).filter(Boolean);
    toggle("[data-refused]", reasons.length);
    const lines = reasons.map((reason) => Object.assign(document.createElement("li"), { textContent: reason }));
    this.each("[data-reasons]", (one) => one.replaceChildren(...lines));
  }

  state(name) {
    this.each("[data-state]", (one) => (one.textContent = name === "refused" ? "" : this.words(name)));
  }
}
