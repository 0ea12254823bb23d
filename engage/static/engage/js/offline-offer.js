// On the page of a group session: says that the device can go on without the internet, where it can, and that answers
// wait on it. Without this script nothing of it is shown.

const { session, store } = document.querySelector("script[data-session]").dataset;
const show = (selector) => document.querySelectorAll(selector).forEach((one) => (one.hidden = false));

if (window.isSecureContext && "serviceWorker" in navigator && "indexedDB" in window && "randomUUID" in crypto) {
  const { countWaiting } = await import(store);
  const waiting = await countWaiting(session).catch(() => 0);
  show(waiting ? "[data-offline-waiting]" : "[data-offline-offer]");
}
