// The picture beside the editor: only the chosen page of the chosen layout is drawn anew, after each save.
class SuluhPreview extends HTMLElement {
  connectedCallback() {
    this.panel = this.querySelector(".preview-panel");
    this.heard = (event) => this.refresh(event.detail.body);
    document.addEventListener("suluh:saved", this.heard);
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("change", (event) => event.target.name === "tata" && this.show(event.target.value, "1"));
    this.layout = this.dataset.layout;
    this.page = "1";
    this.show(this.layout, this.page);
  }

  disconnectedCallback() {
    document.removeEventListener("suluh:saved", this.heard);
  }

  clicked(event) {
    const chip = event.target.closest("[data-page]");
    const jump = event.target.closest("[data-jump]");
    if (chip) {
      event.preventDefault();
      this.show(this.layout, chip.dataset.page);
    } else if (jump) {
      event.preventDefault();
      document.querySelector("suluh-remarks")?.lead({ jump: jump.dataset.jump, field: jump.dataset.field, start: 0, end: 0 });
    }
  }

  show(layout, page) {
    this.layout = layout;
    this.page = page;
    this.refresh(this.body);
  }

  async refresh(body) {
    this.body = body;
    this.asked?.abort();
    this.asked = new AbortController();
    const options = { headers: { "X-Suluh": "script" }, signal: this.asked.signal };
    if (body) Object.assign(options, { method: "POST", body });
    const address = `${this.dataset.url}?tata=${encodeURIComponent(this.layout)}&hal=${this.page}`;
    this.panel.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, options);
      if (!response.ok || response.redirected) return;
      const held = document.activeElement?.closest?.("suluh-preview [data-page], suluh-preview select");
      const name = held?.dataset.page ? `[data-page="${held.dataset.page}"]` : "select";
      this.panel.innerHTML = await response.text();
      if (held) this.panel.querySelector(name)?.focus();
      this.panel.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name !== "AbortError") this.panel.removeAttribute("aria-busy");
    }
  }
}

customElements.define("suluh-preview", SuluhPreview);
