// The coach beside the editor: read anew after each save; one click mends, another leads to the words.
class SuluhRemarks extends HTMLElement {
  connectedCallback() {
    this.panel = this.querySelector(".remarks-panel");
    this.heard = (event) => this.refresh(this.editor.isCorrection ? event.detail.body : null);
    document.addEventListener("suluh:saved", this.heard);
    this.addEventListener("click", (event) => this.clicked(event));
  }

  disconnectedCallback() {
    document.removeEventListener("suluh:saved", this.heard);
  }

  async refresh(body) {
    this.asked?.abort();
    this.asked = new AbortController();
    const options = { headers: { "X-Suluh": "script" }, signal: this.asked.signal };
    if (body) Object.assign(options, { method: "POST", body });
    try {
      const response = await fetch(this.dataset.url, options);
      if (!response.ok || response.redirected) return;
      const held = this.panel.contains(document.activeElement);
      const opened = [...this.panel.querySelectorAll("details")].map((group) => [group.className, group.open]);
      this.panel.innerHTML = await response.text();
      for (const group of this.panel.querySelectorAll("details")) {
        group.open = new Map(opened).get(group.className) ?? group.open;
      }
      if (held) this.panel.querySelector(".remark button, summary")?.focus();
    } catch (error) {
      if (error.name !== "AbortError") this.panel.dataset.stale = "";
    }
  }

  clicked(event) {
    const jump = event.target.closest("[data-jump]");
    const button = event.target.closest("button[name=do]");
    if (jump) {
      event.preventDefault();
      this.lead(jump.dataset);
    } else if (button) {
      event.preventDefault();
      button.disabled = true;
      this.mend(button);
    }
  }

  get editor() {
    return document.querySelector("suluh-editor");
  }

  async mend(button) {
    const answer = await this.editor.send(button.value);
    button.disabled = false;
    if (!answer) return this.refresh();
    for (const { block, field, value } of answer.changed) {
      const control = this.control(block, field);
      // Who typed on meanwhile keeps what they typed; the remark comes up again.
      if (control?.value !== this.editor.sent.get(control?.name)) continue;
      const rich = control.closest("suluh-rich-text");
      if (rich) rich.write(value);
      else control.value = value;
    }
    if (this.editor.isCorrection) this.editor.touched();
    else this.editor.tell("words");
  }

  control(block, field) {
    const isOfStory = block === "headline" || block === "lead";
    return this.editor.form.elements[isOfStory ? block : `${block}:${field}`];
  }

  lead({ jump, field, start, end }) {
    const control = this.control(jump, field);
    if (!control) return;
    control.closest("details")?.setAttribute("open", "");
    const rich = control.closest("suluh-rich-text");
    (rich || control).scrollIntoView({ block: "center" });
    if (rich) return rich.select(Number(start), Number(end));
    control.focus();
    control.setSelectionRange?.(Number(start), Number(end));
  }
}

customElements.define("suluh-remarks", SuluhRemarks);
