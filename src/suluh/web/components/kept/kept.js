// Keeps the form's text on this device until the server has it, and offers it again after a crash or a lost line.
class SuluhKept extends HTMLElement {
  connectedCallback() {
    this.editor = this.closest("suluh-editor");
    this.form = this.editor.querySelector("form");
    this.key = `suluh-naskah-${this.dataset.story}`;
    const kept = this.read();
    if (!kept) return;
    if (!this.isNews(kept.entries)) return this.forget();
    this.hidden = false;
    this.querySelector("[data-when]").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
    this.querySelector("[data-restore]").addEventListener("click", () => this.restore(kept.entries));
    this.querySelector("[data-drop]").addEventListener("click", () => this.forget());
  }

  entries(pattern, wanted) {
    return [...new FormData(this.form)].filter(([name]) => pattern.test(name) === wanted);
  }

  // Names that belong to this page's visit, not to the text.
  static visit = /^(csrf|seen_|page$|do$)/;

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  isNews(entries) {
    return JSON.stringify(entries) !== JSON.stringify(this.entries(SuluhKept.visit, false));
  }

  keep() {
    try {
      const kept = { at: Date.now(), entries: this.entries(SuluhKept.visit, false) };
      localStorage.setItem(this.key, JSON.stringify(kept));
      return true;
    } catch {
      return false; // the device's store is full or closed: the server still gets the text
    }
  }

  forget() {
    localStorage.removeItem(this.key);
    this.hidden = true;
  }

  restore(entries) {
    const again = Object.assign(document.createElement("form"), { method: "post", action: this.form.action });
    const visit = this.entries(SuluhKept.visit, true);
    for (const [name, value] of [...entries, ...visit, ["do", this.dataset.restore]]) {
      again.append(Object.assign(document.createElement("textarea"), { name, value, hidden: true }));
    }
    document.body.append(again);
    again.submit();
  }
}

customElements.define("suluh-kept", SuluhKept);
