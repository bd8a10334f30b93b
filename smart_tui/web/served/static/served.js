// textual.js draws and types. This gives it its font in time, and says in words how the program has ended.
"use strict";
{
  const ended = document.getElementById("ended");
  const farewell = document.getElementById("farewell");

  const tell = (code) => {
    const texts = [...ended.querySelectorAll("[data-code]")];
    const text = texts.find((one) => one.dataset.code === String(code));
    (text ?? ended.querySelector("[data-else]")).hidden = false;
    ended.showModal();
  };

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string") return;
        const [kind, text] = JSON.parse(data);
        if (kind === "farewell") farewell.textContent = text;
      });
      this.addEventListener("close", ({ code }) => tell(code));
    }

    send(data) {
      // The terminal has the focus, and says so, before there is a connection.
      if (this.readyState === WebSocket.OPEN) super.send(data);
    }
  };
  ended.addEventListener("close", () => location.reload());

  // Letters are measured once: with another font they would stand beside their places.
  const start = window.onload;
  window.onload = async (event) => {
    await Promise.allSettled(["", "bold "].map((weight) => document.fonts.load(`${weight}16px "Roboto Mono"`)));
    start(event);
    document.querySelector(".xterm-helper-textarea")?.focus();
  };
}
