/* Recording one's voice beside the box for own words. The recording becomes the file of an input in the same form,
   so that it is sent, saved and refused as everything else there. Nothing shows where this cannot work. */

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS_PER_SECOND = 64000;
// A second press so soon was the same press.
const SAME_PRESS_MS = 800;

const part = document.getElementById("voice");
const box = part && part.querySelector(".voice-recorder");

/** Whether this browser can record into a form, and a microphone is there. */
async function canRecord() {
  if (!box || !window.MediaRecorder || !window.DataTransfer || !navigator.mediaDevices) return false;
  if (!TYPES.some((type) => MediaRecorder.isTypeSupported(type))) return false;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some((device) => device.kind === "audioinput");
}

function start() {
  const find = (selector) => box.querySelector(selector);
  const [input, time, player, says] = ["input", ".voice-time", "audio", ".voice-says"].map(find);
  const [record, remove] = ["[data-press=record]", "[data-press=delete]"].map(find);
  const form = input.form;
  const most = Number(part.dataset.most);
  let recorder = null;
  let begun = 0;
  let clock = 0;
  let asking = false;

  const say = (key) => { if (says.textContent !== part.dataset[key]) says.textContent = part.dataset[key]; };

  function show(state) {
    part.classList.toggle("is-recording", state === "recording");
    for (const words of record.querySelectorAll("[data-when]")) words.hidden = words.dataset.when !== state;
    time.hidden = state !== "recording";
    player.hidden = remove.hidden = state !== "done";
  }

  function keep(file) {
    const files = new DataTransfer();
    if (file) files.items.add(file);
    input.files = files.files;
    if (player.src) URL.revokeObjectURL(player.src);
    if (file) player.src = URL.createObjectURL(file);
    else player.removeAttribute("src");
  }

  function tick() {
    const left = Math.max(0, Math.ceil(most - (performance.now() - begun) / 1000));
    time.querySelector("strong").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left === 30) say("half");
    if (left === 10) say("soon");
    if (!left) stop("full");
  }

  /** End the recording; resolves when its file is in the form. */
  function stop(words) {
    if (!recorder) return Promise.resolve();
    recorder.words = words;
    if (recorder.state !== "inactive") recorder.stop();
    return recorder.finished;
  }

  function finish(ended) {
    recorder = null;
    clearInterval(clock);
    for (const track of ended.stream.getTracks()) track.stop();
    keep(new File(ended.parts, "voice", { type: ended.parts[0] ? ended.parts[0].type : "" }));
    show("done");
    say(ended.words);
  }

  /** A recorder that runs. It also ends by itself, when somebody takes the microphone away. */
  function recorderOf(stream) {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const made = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    Object.assign(made, { parts: [], words: "done" });
    made.addEventListener("dataavailable", (event) => { if (event.data.size) made.parts.push(event.data); });
    made.finished = new Promise((resolve) => {
      made.addEventListener("stop", () => { finish(made); resolve(); });
    });
    made.start(1000);
    return made;
  }

  async function begin() {
    asking = true;
    say("asking");
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      player.pause();
      recorder = recorderOf(stream);
      begun = performance.now();
      clock = setInterval(tick, 250);
      show("recording");
      say("recording");
      tick();
    } catch {
      say("refused");
    }
    asking = false;
  }

  record.addEventListener("click", () => {
    if (asking || (recorder && performance.now() - begun < SAME_PRESS_MS)) return;
    if (recorder) stop("done");
    else begin();
  });

  remove.addEventListener("click", () => {
    keep(null);
    show("idle");
    say("deleted");
    record.focus();
  });

  // Somebody goes on while we record: the recording ends, and goes with the form.
  form.addEventListener("submit", (event) => {
    if (!recorder) return;
    event.preventDefault();
    const pressed = event.submitter;
    stop("done").then(() => {
      if (pressed && pressed.name) {
        const held = document.createElement("input");
        Object.assign(held, { type: "hidden", name: pressed.name, value: pressed.value });
        form.append(held);
      }
      form.submit();
    });
  });

  show("idle");
  part.hidden = box.hidden = false;
}

canRecord().then((can) => { if (can) start(); }, () => {});
