// The picture beside the editor: only the chosen page of the chosen layout is drawn anew, from the words on the screen,
// when typing pauses, and only while it is in sight.
class SuluhPreview extends HTMLElement {
  connectedCallback() {
    this.panel = this.querySelector(".preview-panel");
    this.heard = (event) => this.refresh((this.body = event.detail.body));
    document.addEventListener("suluh:words", this.heard);
    this.sight = new IntersectionObserver((seen) => this.came(seen.at(-1).isIntersecting), { rootMargin: "50%" });
    this.sight.observe(this);
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("change", (event) => event.target.name === "tata" && this.show(event.target.value, "1"));
    this.layout = this.dataset.layout;
    this.page = "1";
    this.show(this.layout, this.page);
  }

  disconnectedCallback() {
    document.removeEventListener("suluh:words", this.heard);
    this.sight.disconnect();
  }

  came(isSeen) {
    this.isSeen = isSeen;
    if (isSeen && this.isOld) this.refresh();
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
    this.refresh();
  }

  // The choice of the format stays where it is: its list may be open.
  change(html) {
    const page = document.activeElement?.closest?.("suluh-preview [data-page]")?.dataset.page;
    const fresh = Object.assign(document.createElement("template"), { innerHTML: html }).content;
    const choice = this.panel.querySelector(".preview-choice");
    if (choice) {
      fresh.querySelector(".preview-choice").remove();
      while (choice.nextSibling) choice.nextSibling.remove();
      choice.after(fresh);
    } else this.panel.replaceChildren(fresh);
    if (page) this.panel.querySelector(`[data-page="${page}"]`)?.focus();
  }

  async refresh() {
    this.isOld = !this.isSeen;
    if (this.isOld) return;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const options = { headers: { "X-Suluh": "script" }, signal: asked.signal };
    if (this.body) Object.assign(options, { method: "POST", body: this.body });
    const address = `${this.dataset.url}?tata=${encodeURIComponent(this.layout)}&hal=${this.page}`;
    this.panel.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, options);
      if (!response.ok || response.redirected) return;
      this.change(await response.text());
    } catch (error) {
      this.isOld = error.name !== "AbortError";
    } finally {
      if (asked === this.asked) this.panel.removeAttribute("aria-busy");
    }
  }
}

customElements.define("suluh-preview", SuluhPreview);
