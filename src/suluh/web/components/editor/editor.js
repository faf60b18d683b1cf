// Saves what is written when typing pauses. What the server did not take stays on this device (see kept.js).
const PAUSE = 300;
const RETRY = 5000;

class SuluhEditor extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector(".editor-status");
    this.kept = this.querySelector("suluh-kept");
    this.isCorrection = this.hasAttribute("data-correction");
    this.classList.add("is-alive");
    this.form.addEventListener("input", () => this.touched());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    window.addEventListener("online", () => this.isDirty && this.send("save"));
  }

  touched() {
    this.isDirty = true;
    this.say(this.kept.keep() ? "unsaved" : "full");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isCorrection ? this.tellWords() : this.send("save")), PAUSE);
  }

  submitted(event) {
    if (event.submitter?.value === "save" && !this.isCorrection) {
      event.preventDefault();
      this.send("save");
    } else if (["submit", "propose"].includes(event.submitter?.value)) {
      this.kept.forget();
    }
  }

  body(action) {
    const body = new FormData(this.form);
    body.set("do", action);
    return body;
  }

  // Tells the coach and the preview; a correction's words, which the server does not keep, go along.
  tellWords() {
    if (this.isCorrection) this.say("device");
    const detail = this.isCorrection ? { body: this.body("look") } : {};
    document.dispatchEvent(new CustomEvent("suluh:saved", { detail }));
  }

  // Sends one at a time; what was typed meanwhile goes out next.
  async send(action) {
    while (this.sending) await this.sending;
    clearTimeout(this.timer);
    this.isDirty = false;
    this.say("saving");
    this.sending = this.ask(action).finally(() => (this.sending = null));
    const answer = await this.sending;
    if (!answer) return null;
    if (this.isDirty) this.touched();
    this.tellWords();
    return answer;
  }

  async ask(action) {
    const options = { method: "POST", body: this.body(action), headers: { "X-Suluh": "script" } };
    const response = await fetch(this.form.action, options).catch(() => null);
    if (!response) {
      this.timer = setTimeout(() => this.send(action), RETRY);
      return this.failed("offline");
    }
    if (!response.headers.get("content-type")?.includes("json")) return this.failed("away");
    const answer = await response.json();
    if (response.ok) return this.accept(answer);
    if (answer.panel) this.querySelector("suluh-conflict").show(answer.panel);
    return this.failed(answer.panel ? "conflict" : "refused", answer.panel ? "" : answer.sentence);
  }

  accept(answer) {
    if (this.isCorrection) return answer;
    this.form.elements.seen_number.value = answer.number;
    this.form.elements.seen_digest.value = answer.digest;
    this.querySelector("suluh-conflict").replaceChildren();
    if (!this.isDirty) {
      this.kept.forget();
      this.say("saved", `${this.status.dataset.saved} ${answer.saved_at}`);
    }
    return answer;
  }

  failed(state, sentence) {
    this.isDirty = true;
    this.say(state, sentence);
    return null;
  }

  say(state, sentence) {
    this.status.dataset.state = state;
    this.status.textContent = sentence || this.status.dataset[state] || "";
  }
}

customElements.define("suluh-editor", SuluhEditor);
