// Says how many signs of a text field are written, and when the sentence grows long. Spoken when typing pauses.
class SuluhCounted extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.dataset.for);
    if (!this.field) return;
    this.heard = () => this.tell();
    this.field.addEventListener("input", this.heard);
    this.tell();
  }

  disconnectedCallback() {
    this.field?.removeEventListener("input", this.heard);
  }

  tell() {
    const written = [...this.field.value].length;
    const isLong = written > Number(this.dataset.advised);
    this.toggleAttribute("data-is-long", isLong);
    this.textContent = isLong ? `${written} ${this.dataset.long}` : `${this.dataset.advised - written} ${this.dataset.left}`;
  }
}

customElements.define("suluh-counted", SuluhCounted);
