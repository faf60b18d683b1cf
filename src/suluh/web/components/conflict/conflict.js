// Shows both texts where two pages wrote at once. Its buttons are the form's: what is on the screen is sent along.
// Who is typing types on: only the eye is led here, once.
class SuluhConflict extends HTMLElement {
  connectedCallback() {
    this.heard = () => this.replaceChildren();
    document.addEventListener("suluh:saved", this.heard);
  }

  disconnectedCallback() {
    document.removeEventListener("suluh:saved", this.heard);
  }

  show(panel) {
    const isFirst = !this.firstElementChild;
    this.innerHTML = panel;
    if (isFirst) this.scrollIntoView({ block: "start" });
  }
}

customElements.define("suluh-conflict", SuluhConflict);
