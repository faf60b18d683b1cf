// Saves what is written when typing pauses. What the server did not take stays on this device (see kept.js).
const [PAUSE, RETRY] = [500, 5000]; // ms
// Buttons of the form that are sent from here, so that nothing is lost where the line is cut.
const OWN = ["save", "submit", "propose", "keep-mine", "take-theirs"];

class SuluhEditor extends HTMLElement {
  connectedCallback() {
    [this.form, this.status, this.kept] = ["form", ".editor-status", "suluh-kept"].map((name) => this.querySelector(name));
    this.isCorrection = this.hasAttribute("data-correction");
    this.classList.add("is-alive");
    this.form.addEventListener("input", () => this.touched());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    for (const back of ["online", "focus"]) window.addEventListener(back, () => this.tryAgain());
  }

  touched() {
    this.isDirty = true;
    const kept = this.isCorrection ? "device" : "unsaved";
    this.say(this.kept.keep() ? kept : "full");
    // The preview draws the words on the screen at once; after a pause they are saved, and read by the coach.
    this.tell("words");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.paused(), PAUSE);
  }

  paused() {
    return this.isCorrection ? this.tell("saved") : this.send("save");
  }

  tryAgain() {
    if (["offline", "away"].includes(this.status.dataset.state)) this.paused();
  }

  tell(what) {
    document.dispatchEvent(new CustomEvent(`suluh:${what}`, { detail: { body: this.body("look") } }));
  }

  async submitted(event) {
    const action = event.submitter?.value;
    if (!OWN.includes(action) || (action === "save" && this.isCorrection)) return;
    event.preventDefault();
    const answer = await this.send(action);
    if (!answer?.next) return;
    this.kept.forget();
    location.assign(answer.next);
  }

  // Who signed in again in another tab has a new token.
  body(action) {
    const token = document.cookie.match(/csrftoken=(\w+)/)?.[1];
    if (token) this.form.elements.csrfmiddlewaretoken.value = token;
    const body = new FormData(this.form);
    body.set("do", action);
    return body;
  }

  // Sends one at a time; what was typed meanwhile goes out next.
  async send(action) {
    while (this.sending) await this.sending;
    clearTimeout(this.timer);
    this.isDirty = false;
    this.say("saving");
    this.sending = this.ask((this.sent = this.body(action))).finally(() => (this.sending = null));
    const answer = await this.sending;
    this.isDirty ||= !answer;
    if (!answer) return null;
    if (this.isDirty) this.touched();
    else if (!this.isCorrection) this.saved(answer);
    this.tell("saved");
    return answer;
  }

  async ask(body) {
    const response = await fetch(this.form.action, { method: "POST", body, headers: { "X-Suluh": "script" } }).catch(() => null);
    if (!response || response.status >= 500) {
      this.timer = setTimeout(() => this.tryAgain(), RETRY);
      return this.say("offline");
    }
    if (!response.headers.get("content-type")?.includes("json")) return this.say("away");
    const answer = await response.json();
    for (const [name, value] of Object.entries(answer.seen || {})) this.form.elements[name].value = value;
    if (response.ok) return answer;
    if (!answer.panel) return this.say("refused", answer.sentence);
    this.querySelector("suluh-conflict").show(answer.panel);
    return this.say("conflict");
  }

  saved(answer) {
    this.kept.forget();
    this.say("saved", `${this.status.dataset.saved} ${answer.saved_at}`);
  }

  say(state, sentence = this.status.dataset[state]) {
    this.status.dataset.state = state;
    this.status.textContent = sentence ?? "";
  }
}

customElements.define("suluh-editor", SuluhEditor);
