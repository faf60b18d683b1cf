// Suggestions beside the editor: asked for when their tab is first opened, and anew after a save while it is open.
class SuluhNarrative extends HTMLElement {
  connectedCallback() {
    this.panel = this.querySelector(".narrative-panel");
    this.heard = (event) => this.changed(event.detail.body);
    document.addEventListener("suluh:saved", this.heard);
    this.addEventListener("click", (event) => this.clicked(event));
    this.sight = new IntersectionObserver((seen) => this.came(seen.at(-1).isIntersecting));
    this.sight.observe(this);
    this.isOld = !this.panel.querySelector(".told");
  }

  disconnectedCallback() {
    document.removeEventListener("suluh:saved", this.heard);
    this.sight.disconnect();
  }

  came(isSeen) {
    this.isSeen = isSeen;
    if (isSeen && this.isOld) this.refresh();
  }

  changed(body) {
    this.body = body;
    this.isOld = true;
    if (this.isSeen) this.refresh();
  }

  async refresh() {
    this.isOld = false;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const options = { headers: { "X-Suluh": "script" }, signal: asked.signal };
    if (this.body) Object.assign(options, { method: "POST", body: this.body });
    this.panel.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(this.dataset.url, options);
      if (response.ok && !response.redirected) this.show(await response.text());
    } catch (error) {
      this.isOld = error.name !== "AbortError";
    } finally {
      if (asked === this.asked) this.panel.removeAttribute("aria-busy");
    }
  }

  // What the person holds stays in hand.
  show(html) {
    const held = this.panel.contains(document.activeElement);
    this.panel.innerHTML = html;
    if (held) this.panel.querySelector("button, a")?.focus();
  }

  // Taking a text over and leading to a place are what the coach does with its own.
  clicked(event) {
    const remarks = document.querySelector("suluh-remarks");
    const jump = event.target.closest("[data-jump]");
    const use = event.target.closest('button[value^="use:"]');
    if (!remarks || !(jump || use)) return;
    event.preventDefault();
    if (jump) return remarks.lead(jump.dataset);
    use.disabled = true;
    remarks.mend(use);
  }
}

customElements.define("suluh-narrative", SuluhNarrative);
