// The picture beside the editor: only the chosen page of the chosen layout is drawn anew, from the words on the screen,
// while they are typed, and only while it is in sight. One drawing at a time: what was typed meanwhile is drawn next. A
// server or a line that takes long, or is paid for by the byte, is asked less often.
const [BURST, QUICK, SELDOM] = [30, 150, 600]; // ms

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
    clearTimeout(this.timer);
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
    this.asked?.abort();
    this.asked = null;
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

  refresh() {
    this.isOld = !this.isSeen || Boolean(this.asked);
    if (this.isOld) return;
    const pause = navigator.connection?.saveData ? SELDOM : this.took > QUICK ? Math.min(this.took, SELDOM) : BURST;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), pause);
  }

  async draw() {
    const asked = (this.asked = new AbortController());
    const options = { headers: { "X-Suluh": "script" }, signal: asked.signal };
    if (this.body) Object.assign(options, { method: "POST", body: this.body });
    const address = `${this.dataset.url}?tata=${encodeURIComponent(this.layout)}&hal=${this.page}`;
    const began = performance.now();
    this.panel.setAttribute("aria-busy", "true");
    const response = await fetch(address, options).catch(() => null);
    const html = response?.ok && !response.redirected && (await response.text().catch(() => ""));
    if (asked !== this.asked) return;
    this.asked = null;
    this.took = performance.now() - began;
    this.panel.removeAttribute("aria-busy");
    if (html) this.change(html);
    if (html && this.isOld) this.refresh();
    else this.isOld ||= !html;
  }
}

customElements.define("suluh-preview", SuluhPreview);
