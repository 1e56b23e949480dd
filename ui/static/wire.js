// The way to the server and the words that the script says itself.

const waiting = [];

export const find = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

export const send = (name, data = {}) => {
  const whole = { ...data, offset: -new Date().getTimezoneOffset() };
  if (window.sitirSend) window.sitirSend(name, whole);
  else waiting.push([name, whole]);
};

document.addEventListener("sitir-wired", () => {
  for (const [name, data] of waiting.splice(0)) window.sitirSend(name, data);
});

export const words = (key, values = {}) => {
  const header = find("#header [data-words]");
  const said = header ? JSON.parse(header.dataset.words)[key] || "" : "";
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
};

// What the script does is said in a line of its own; answers are announced by the server.
let silence = 0;
export const say = (line) => {
  let said = find("#said");
  if (!said) {
    said = document.createElement("p");
    said.id = "said";
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  said.lang = document.documentElement.lang;
  said.textContent = line;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 4000);
};

export const kept = {
  get: (key) => { try { return sessionStorage.getItem(key) || ""; } catch { return ""; } },
  set: (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* not kept */ } },
};

export const conversation = {
  get: () => kept.get("sitir-conversation") || conversation.here,
  set: (id) => { conversation.here = id; kept.set("sitir-conversation", id); },
  here: "",
};

export const narrow = window.matchMedia("(max-width: 899px)");
export const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
