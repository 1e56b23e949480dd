// Before the first paint: the theme and the text size as this browser last had them, and
// what the page is told when somebody arrives. Preferences themselves are Gradio's to keep;
// it reads them too late to paint by.
"use strict";

(() => {
  const root = document.documentElement;
  try {
    const look = JSON.parse(localStorage.getItem("sitir-look") || "{}");
    root.dataset.theme = look.theme || "system";
    root.dataset.size = look.size || "medium";
  } catch {
    root.dataset.theme = "system";
    root.dataset.size = "medium";
  }
  window.sitirArrival = () => {
    let conversation = "";
    try {
      conversation = sessionStorage.getItem("sitir-conversation") || "";
    } catch {
      // A browser that keeps nothing begins anew.
    }
    return JSON.stringify({ conversation, offset: -new Date().getTimezoneOffset() });
  };
})();
