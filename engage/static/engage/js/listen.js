/* Read aloud by a voice that lives on the person's own device. Nothing is sent anywhere, nothing starts by itself.
   A group of buttons (components/listen) stays hidden where no such voice speaks the page's language. */

const BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, td, th, label, legend, blockquote, summary, caption";
const SILENT = "script, style, audio, video, .no-print, .journey, .button, .hidden-words, [aria-hidden='true'], [hidden]";
const SLOW = 0.7;
const root = document.documentElement;
const synth = window.speechSynthesis;
let reading = null;

/** A local voice for the page's language, the exact region first; undefined where there is none. */
function fittingVoice() {
  const wanted = root.lang.toLowerCase();
  const local = synth.getVoices().filter((voice) => voice.localService);
  const tag = (voice) => voice.lang.toLowerCase().replace("_", "-");
  const same = local.filter((voice) => tag(voice).split("-")[0] === wanted.split("-")[0]);
  return same.find((voice) => tag(voice) === wanted) || same[0];
}

/** The text nodes under an element, in groups of one block each; what is hidden stays unsaid. */
function blocksOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const groups = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(SILENT) || !parent.getClientRects().length) continue;
    const block = parent.closest(BLOCKS) || parent;
    const last = groups[groups.length - 1];
    if (last && last.block === block) last.nodes.push(node);
    else groups.push({ block, nodes: [node] });
  }
  return groups;
}

function cutIntoSentences(text) {
  if (window.Intl && Intl.Segmenter) {
    return [...new Intl.Segmenter(root.lang, { granularity: "sentence" }).segment(text)].map((part) => part.segment);
  }
  return text.match(/[^.!?]+[.!?]*\s*/g) || [text];
}

/** Where a position in a block's joined text lies: the text node, and the place in it. */
function place(nodes, position) {
  let rest = position;
  for (const node of nodes) {
    if (rest <= node.data.length) return [node, rest];
    rest -= node.data.length;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.data.length];
}

function sentencesOf(element) {
  const sentences = [];
  for (const { block, nodes } of blocksOf(element)) {
    let start = 0;
    for (const part of cutIntoSentences(nodes.map((node) => node.data).join(""))) {
      const range = document.createRange();
      range.setStart(...place(nodes, start));
      range.setEnd(...place(nodes, start + part.length));
      start += part.length;
      const words = part.replace(/\s+/g, " ").trim();
      if (words) sentences.push({ words, range, block });
    }
  }
  return sentences;
}

class Reader {
  constructor(group) {
    this.group = group;
    this.buttons = Object.fromEntries([...group.querySelectorAll("[data-do]")].map((item) => [item.dataset.do, item]));
    this.position = 0;
    this.isSlow = false;
    this.buttons.play.addEventListener("click", () => this.play());
    this.buttons.pause.addEventListener("click", () => this.pause());
    this.buttons.slower.addEventListener("click", () => this.changeSpeed());
    group.hidden = false;
  }

  play() {
    if (reading && reading !== this) reading.pause();
    const target = document.getElementById(this.group.dataset.listenTo);
    if (!target) return;
    this.sentences = sentencesOf(target);
    if (this.position >= this.sentences.length) this.position = 0;
    reading = this;
    this.show(true);
    this.say();
    this.buttons.pause.focus();
  }

  /** One utterance for each sentence: a pause then works on every device, by forgetting the rest. */
  say() {
    synth.cancel();
    const sentence = this.sentences[this.position];
    if (!sentence) return this.finish();
    const voice = fittingVoice();
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = voice || null;
    utterance.lang = voice ? voice.lang : root.lang;
    utterance.rate = this.isSlow ? SLOW : 1;
    utterance.onend = () => {
      if (reading !== this || this.current !== utterance) return;
      this.position += 1;
      this.say();
    };
    this.current = utterance;
    this.mark(sentence);
    synth.speak(utterance);
    return undefined;
  }

  pause() {
    this.stop();
    this.buttons.play.focus();
  }

  finish() {
    this.position = 0;
    const hadFocus = this.buttons.pause === document.activeElement;
    this.stop();
    if (hadFocus) this.buttons.play.focus();
  }

  stop() {
    reading = null;
    this.current = null;
    synth.cancel();
    this.mark(null);
    this.show(false);
  }

  changeSpeed() {
    this.isSlow = !this.isSlow;
    this.buttons.slower.setAttribute("aria-pressed", String(this.isSlow));
    if (reading === this) this.say();
  }

  show(isReading) {
    this.buttons.play.hidden = isReading;
    this.buttons.pause.hidden = !isReading;
    this.buttons.slower.hidden = false;
  }

  /** Show which sentence is spoken; its block where the browser cannot mark part of one. */
  mark(sentence) {
    if (window.CSS && CSS.highlights) {
      if (sentence) CSS.highlights.set("speaking", new Highlight(sentence.range));
      else CSS.highlights.delete("speaking");
      return;
    }
    document.querySelectorAll(".is-spoken").forEach((block) => block.classList.remove("is-spoken"));
    if (sentence) sentence.block.classList.add("is-spoken");
  }
}

/** Voices may arrive after the page; the buttons appear with them. */
function offer() {
  if (!fittingVoice()) return;
  synth.removeEventListener("voiceschanged", offer);
  document.querySelectorAll("[data-listen-to]").forEach((group) => new Reader(group));
}

if (synth && root.dataset.listen === "on") {
  synth.addEventListener("voiceschanged", offer);
  offer();
  window.addEventListener("pagehide", () => synth.cancel());
}
