/* What the layout tests measure in a page. Each function returns a list of findings in words. */
window.measuring = (() => {
  const words = (element) => (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().slice(0, 40);
  const named = (element) => {
    const name = element.id ? "#" + element.id : element.className && typeof element.className === "string"
      ? "." + element.className.trim().split(/\s+/).join(".") : "";
    return `<${element.localName}${name}> “${words(element)}”`;
  };
  const shown = (element) => {
    if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  /* The element and whoever around it takes its presses: a label around a control takes those of the control. */
  const pressable = (element) => {
    const label = element.closest("label");
    return label || element;
  };

  /* A link in a sentence may be as low as its line (WCAG 2.5.5, "inline"). */
  const inSentence = (link) => {
    const block = link.closest("p, li, dd, td, legend, blockquote, h1, h2, h3, h4");
    if (!block || getComputedStyle(link).display !== "inline") return false;
    return block.innerText.trim().length > link.innerText.trim().length;
  };

  /* A button that only the Enter key presses, in a field: clipped away, out of the tab order and unheard. */
  const forEnterAlone = (element) => element.matches('[tabindex="-1"][aria-hidden="true"].hidden-words');

  /* Everything that belongs to a press of the element: its own box and those of what is in it. */
  const area = (element) => {
    const boxes = [element, ...element.querySelectorAll("*")].map((one) => one.getBoundingClientRect())
      .filter((box) => box.width && box.height);
    const after = getComputedStyle(element, "::after");
    if (after.content !== "none" && after.position === "absolute") {
      const around = element.offsetParent && getComputedStyle(element).position === "static" ? element.offsetParent : element;
      boxes.push(around.getBoundingClientRect());
    }
    return {
      width: Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left)),
      height: Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top)),
    };
  };

  const smallTargets = (least) => all("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")
    .filter((element) => !element.classList.contains("skip") && !inSentence(element) && !forEnterAlone(element))
    .map((element) => [element, area(pressable(element))])
    .filter(([, size]) => size.width < least - 0.5 || size.height < least - 0.5)
    .map(([element, size]) => `${named(element)} ${Math.round(size.width)} x ${Math.round(size.height)}`);

  const lowAnswers = (least) => all("input[type=radio], input[type=checkbox]")
    .map((element) => [element, area(pressable(element))])
    .filter(([, size]) => size.height < least - 0.5)
    .map(([element, size]) => `${named(element)} ${element.name}=${element.value} ${Math.round(size.height)}`);

  const sideways = () => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = all("body *").filter((element) => element.getBoundingClientRect().right > width + 0.5
      || element.getBoundingClientRect().left < -0.5);
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 6).map(named)];
  };

  /* Text that its own box, or a box around it that hides what does not fit, cuts off. */
  const clipped = () => all("body *").filter((element) => {
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    if (!hides || !element.innerText || style.clipPath !== "none") return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  }).map(named);

  /* The letters of each line as it is drawn, found by where its characters stand. */
  const linesOf = (block) => {
    const lines = new Map();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!shown(node.parentElement)) continue;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        const key = Math.round(box.bottom / 6);
        const near = [key - 1, key, key + 1].find((one) => lines.has(one)) ?? key;
        lines.set(near, (lines.get(near) || "") + node.data[at]);
      }
    }
    return [...lines.values()];
  };
  const longLines = (most) => all("p, li, dd, blockquote, td, legend, label")
    .filter((block) => !block.querySelector("p, li, dd, td, div, ul, label"))
    .flatMap((block) => linesOf(block).filter((line) => line.trim().length > most).map((line) => `${line.length}: ${line}`));

  const smallWords = (least) => all("body *")
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => parseFloat(getComputedStyle(element).fontSize) < least - 0.05)
    .map((element) => `${named(element)} ${getComputedStyle(element).fontSize}`);

  return { smallTargets, lowAnswers, sideways, clipped, longLines, smallWords };
})();
