// Keeps what is typed in the form around it on this device until it is sent, for a closed tab or a line that is lost.
// data-name says which form of which thing it is; with another name the old words are not offered.
class SuluhTyped extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.key = `suluh-diketik-${this.dataset.name}`;
    this.first = this.words();
    this.form.addEventListener("input", () => this.keep());
    this.querySelector("button").addEventListener("click", () => this.drop());
    this.bringBack();
  }

  fields() {
    return [...this.form.elements].filter((one) => one.name && one.type !== "hidden" && one.type !== "submit" && one.type !== "file");
  }

  words() {
    const chosen = this.fields().filter((one) => one.type !== "radio" || one.checked);
    return Object.fromEntries(chosen.map((one) => [one.name, one.value]));
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), words: this.words() }));
    } catch {
      this.hidden = true; // the device's store is full or closed: the form still sends
    }
  }

  write(words) {
    for (const one of this.fields()) {
      if (one.type === "radio") one.checked = one.value === words[one.name];
      else if (one.name in words) one.value = words[one.name];
      one.dispatchEvent(new Event("input"));
    }
  }

  bringBack() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.key));
    } catch {
      return;
    }
    // What the server shows after a refusal is newer than what the device kept.
    if (!kept || this.dataset.typed !== undefined || JSON.stringify(kept.words) === JSON.stringify(this.first)) return;
    this.write(kept.words);
    this.querySelector("[data-when]").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
    this.hidden = false;
  }

  drop() {
    localStorage.removeItem(this.key);
    this.write(this.first);
    this.hidden = true;
  }
}

customElements.define("suluh-typed", SuluhTyped);
