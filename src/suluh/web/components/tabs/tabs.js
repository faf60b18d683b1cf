// Sections that stand one under the other become tabs: one is shown, the arrow keys go from one to the next.
class SuluhTabs extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll(":scope > .tabs a")];
    this.panels = this.links.map((link) => this.querySelector(`#${CSS.escape(link.hash.slice(1))}`).closest("section"));
    this.querySelector(".tabs ul").setAttribute("role", "tablist");
    for (const [number, link] of this.links.entries()) this.prepare(link, this.panels[number]);
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.heard = () => this.led();
    window.addEventListener("hashchange", this.heard);
    this.open(this.named());
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.heard);
  }

  prepare(link, panel) {
    link.parentElement.setAttribute("role", "presentation");
    link.id ||= `tab-${link.hash.slice(1)}`;
    link.setAttribute("role", "tab");
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", link.id);
    panel.querySelector("h2")?.classList.add("out-of-sight");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.open(this.links.indexOf(link));
    });
  }

  // The tab that the address names, else the one that is open.
  named() {
    const found = this.links.findIndex((link) => link.hash === location.hash);
    return found < 0 ? (this.at ?? 0) : found;
  }

  led() {
    if (!this.links.some((link) => link.hash === location.hash)) return;
    this.open(this.named());
    this.scrollIntoView();
  }

  open(at) {
    this.at = at;
    for (const [number, link] of this.links.entries()) {
      const isOpen = number === at;
      link.setAttribute("aria-selected", isOpen);
      link.tabIndex = isOpen ? 0 : -1;
      this.panels[number].hidden = !isOpen;
    }
  }

  pressed(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.getAttribute("role") !== "tab") return;
    event.preventDefault();
    this.open((this.at + step + this.links.length) % this.links.length);
    this.links[this.at].focus();
  }
}

customElements.define("suluh-tabs", SuluhTabs);
