// The picture beside a layout's text: drawn anew soon after each change. What is to be mended is marked at its line.
class SuluhTrying extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.panel = this.querySelector(".trying-panel");
    this.heard = (event) => this.later(event.target.matches("select") ? 0 : 150);
    this.form.addEventListener("input", this.heard);
    this.addEventListener("click", (event) => this.clicked(event));
    customElements.whenDefined("suluh-code").then(() => this.mark());
  }

  disconnectedCallback() {
    this.form.removeEventListener("input", this.heard);
    clearTimeout(this.waiting);
    this.asked?.abort();
  }

  later(time) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.refresh(), time);
  }

  clicked(event) {
    const link = event.target.closest("[data-line]");
    const code = link && this.code(link.dataset.file);
    if (!code) return;
    event.preventDefault();
    code.goTo(Number(link.dataset.line), Number(link.dataset.column));
  }

  code(file) {
    return this.form.querySelector(`suluh-code[data-file="${file}"]`);
  }

  mark() {
    for (const code of this.form.querySelectorAll("suluh-code")) {
      const links = this.querySelectorAll(`[data-line][data-file="${code.dataset.file}"]`);
      code.mark(new Map([...links].map((link) => [Number(link.dataset.line), "warning" in link.dataset])));
    }
  }

  // A list that is open or has the focus stays as it is.
  change(html) {
    const fresh = Object.assign(document.createElement("template"), { innerHTML: html }).content;
    const choice = this.panel.querySelector(".trying-choice");
    const isSame = fresh.querySelectorAll("select").length === choice.querySelectorAll("select").length;
    if (!isSame) choice.replaceWith(fresh.querySelector(".trying-choice"));
    this.panel.querySelector(".trying-found").replaceWith(fresh.querySelector(".trying-found"));
    // While something is mistaken the last picture stays, paler: what was changed is seen beside it.
    const [before, after] = [this.panel, fresh].map((side) => side.querySelector(".trying-pages"));
    if (after.children.length || !before.children.length) before.replaceWith(after);
    else before.classList.add("trying-old");
    this.mark();
  }

  async refresh() {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.panel.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(this.dataset.url, { method: "POST", body: new FormData(this.form), signal: asked.signal });
      if (response.ok && !response.redirected) this.change(await response.text());
    } catch (error) {
      if (error.name !== "AbortError") this.later(2000);
    } finally {
      if (asked === this.asked) this.panel.removeAttribute("aria-busy");
    }
  }
}

customElements.define("suluh-trying", SuluhTrying);
