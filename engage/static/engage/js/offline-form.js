/* The forms of one person on a device: what stands in them, put it back, empty them, say it in words. */

const MOST_RANKS = 3;

/** The cards of a top three: a press gives the next place, another press takes it away. */
class TopThree {
  constructor(section, nothing) {
    this.cards = section.querySelector("[data-cards]");
    this.places = [...section.querySelectorAll("[data-order] > li")];
    this.name = this.cards.dataset.cards;
    this.nothing = nothing;
  }

  get order() {
    return this.places.flatMap((place) => [...place.querySelectorAll("input")].map((input) => input.value));
  }

  /** Whether the press found a place. */
  press(value) {
    const order = this.order;
    if (!order.includes(value) && order.length === MOST_RANKS) return false;
    this.show(order.includes(value) ? order.filter((one) => one !== value) : [...order, value]);
    return true;
  }

  show(order) {
    const cards = [...this.cards.querySelectorAll("button")];
    const wordsOf = (value) => cards.find((card) => card.value === value).querySelector(".answer-words").textContent;
    this.places.forEach((place, index) => {
      const value = order[index];
      const words = place.querySelector("[data-place]");
      place.querySelector("input")?.remove();
      place.querySelector(".place").classList.toggle("place--taken", Boolean(value));
      words.classList.toggle("muted", !value);
      words.textContent = value ? wordsOf(value) : this.nothing;
      if (value) place.append(hidden(this.name, value));
    });
    for (const card of cards) {
      const rank = order.indexOf(card.value) + 1;
      card.setAttribute("aria-pressed", String(rank > 0));
      card.querySelector(".place").classList.toggle("place--taken", rank > 0);
      card.querySelector("[data-number]").hidden = !rank;
      card.querySelector("[data-rank]").textContent = rank || "";
    }
  }
}

function hidden(name, value) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}

export class Sheet {
  constructor(root, words) {
    this.root = root;
    this.forms = [...root.querySelectorAll("form")];
    this.sections = [...root.querySelectorAll("[data-question]")];
    this.rules = this.sections.map((section) => JSON.parse(section.dataset.question));
    this.ranked = new Map();
    this.rules.forEach((rules, index) => {
      if (rules.mode === "top") this.ranked.set(rules.key, new TopThree(this.sections[index], words("nothing_yet")));
    });
  }

  rulesOf(key) {
    return this.rules.find((rules) => rules.key === key);
  }

  sectionOf(key) {
    return this.sections[this.rules.indexOf(this.rulesOf(key))];
  }

  /** Names and values of all forms; with `keys` without the questions that are not among them. */
  fields(keys = null) {
    const left = this.forms.filter((form) => {
      const asked = form.closest("[data-question]");
      return !keys || !asked || keys.includes(this.rules[this.sections.indexOf(asked)].key);
    });
    return left.flatMap((form) => [...new FormData(form)]).filter(([, value]) => value !== "");
  }

  clear() {
    this.forms.forEach((form) => form.reset());
    this.ranked.forEach((top) => top.show([]));
  }

  /** Put back what was kept; what this page no longer offers is passed by. */
  fill(fields) {
    this.clear();
    const controls = [...this.root.querySelectorAll("input, textarea")];
    // What is pressed beforehand counts only where nothing was kept.
    controls.filter((one) => one.type === "radio" && fields.length).forEach((one) => (one.checked = false));
    for (const [name, value] of fields) {
      for (const control of controls.filter((one) => one.name === name)) {
        if (["radio", "checkbox"].includes(control.type)) control.checked ||= control.value === value;
        else control.value = value;
      }
    }
    this.ranked.forEach((top) => {
      const offered = [...top.cards.querySelectorAll("button")].map((card) => card.value);
      top.show(fields.filter(([name, value]) => name === top.name && offered.includes(value)).map(([, value]) => value));
    });
  }

  /** What was given to a question, as the rules read it. */
  given(key) {
    const data = new FormData(this.sectionOf(key).querySelector("form"));
    const values = (name) => data.getAll(`${key}-${name}`).filter(Boolean);
    return { answer: values("answer"), words: data.get(`${key}-words`) || "", instead: values("instead") };
  }

  isAnswered(key) {
    const { answer, words, instead } = this.given(key);
    return Boolean(answer.length || words || instead.length);
  }

  /** The words of an answer's card. */
  label(key, value) {
    const inputs = [...this.sectionOf(key).querySelectorAll("label input, [data-cards] button")];
    const card = inputs.find((one) => one.value === value);
    const words = (card.closest("label") || card).querySelector(".answer-words");
    return words.firstChild.textContent.trim();
  }

  /** The answer as check-your-answers says it; "" where there is none. */
  inWords(key) {
    const { answer, words, instead } = this.given(key);
    const rules = this.rulesOf(key);
    if (instead.length) return this.label(key, instead[0]);
    if (rules.mode === "text") return answer.join("").trim();
    if (rules.mode === "top") return answer.map((value, index) => `${index + 1}. ${this.label(key, value)}`).join(", ");
    const chosen = words && !answer.includes(rules.own) ? [...answer, rules.own] : answer;
    const said = (value) => (value === rules.own && words ? `${this.label(key, value)}: ${words}` : this.label(key, value));
    return chosen.map(said).join(", ");
  }

  /** The same for who is answering and for a part about the person. */
  pressed(name) {
    const inputs = [...this.root.querySelectorAll("input:checked")].filter((input) => input.name === name);
    return inputs.map((input) => input.closest("label").querySelector(".answer-words").firstChild.textContent.trim()).join(", ");
  }
}
