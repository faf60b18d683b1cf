// Keeps the form's text on this device until the server has it, and offers it again after a crash or a lost line.
// Every visit keeps its own text: writing on never touches what another visit left.
class SuluhKept extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("suluh-editor").querySelector("form");
    this.start = `suluh-naskah-${this.dataset.story}-`;
    this.key = this.start + this.form.elements.page.value;
    this.querySelector("[data-restore]").addEventListener("click", () => this.restore());
    this.querySelector("[data-drop]").addEventListener("click", () => this.drop());
    this.offer();
  }

  entries(pattern, wanted) {
    return [...new FormData(this.form)].filter(([name]) => pattern.test(name) === wanted);
  }

  // Names that belong to this page's visit, not to the text.
  static visit = /^(csrf|seen_|assistant_|page$|do$)/;
  // What the server takes out of a text without changing its words.
  static tidied = /<(?!\/?(?:strong|em|a)\b)[^>]*>| rel="[^"]*"|&nbsp;|\s+/g;

  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  offer() {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(this.start) && key !== this.key);
    const news = left.filter((key) => this.isNews(this.read(key)) || localStorage.removeItem(key));
    this.offered = news.sort((one, other) => this.read(other).at - this.read(one).at)[0];
    this.hidden = !this.offered;
    if (!this.offered) return;
    const at = new Date(this.read(this.offered).at);
    this.querySelector("[data-when]").textContent = at.toLocaleString(document.documentElement.lang);
  }

  isNews(kept) {
    const tidy = ([name, value]) => [name, value.replaceAll(SuluhKept.tidied, " ").replaceAll(/ +/g, " ").trim()];
    const words = (entries) => JSON.stringify(entries.map(tidy));
    return Boolean(kept) && words(kept.entries) !== words(this.entries(SuluhKept.visit, false));
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
  }

  drop() {
    localStorage.removeItem(this.offered);
    this.offer();
  }

  // The text stays on the device until a page shows it: see isNews.
  restore() {
    const kept = this.read(this.offered);
    if (!kept) return this.offer();
    const again = Object.assign(document.createElement("form"), { method: "post", action: this.form.action });
    const visit = this.entries(SuluhKept.visit, true);
    for (const [name, value] of [...kept.entries, ...visit, ["do", this.dataset.restore]]) {
      again.append(Object.assign(document.createElement("textarea"), { name, value, hidden: true }));
    }
    document.body.append(again);
    again.submit();
  }
}

customElements.define("suluh-kept", SuluhKept);
