// Counts again every few seconds, while the tick is there and the page is seen. Without this script a link does it.

const SECONDS = 5;

async function countAgain(place) {
  const reply = await fetch(place.dataset.live, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (reply.ok && !reply.redirected) place.innerHTML = await reply.text();
}

for (const place of document.querySelectorAll("[data-live]")) {
  const choice = document.querySelector("[data-live-switch]");
  if (!choice) continue;
  choice.hidden = false;
  const tick = choice.querySelector("input");
  setInterval(() => {
    if (tick.checked && !document.hidden) countAgain(place).catch(() => {});
  }, SECONDS * 1000);
}
