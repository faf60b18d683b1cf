// Shows both texts where two pages wrote at once. Its buttons are the form's: what is on the screen is sent along.
class SuluhConflict extends HTMLElement {
  show(panel) {
    this.innerHTML = panel;
    this.scrollIntoView({ block: "start" });
    this.querySelector("h2")?.focus();
  }
}

customElements.define("suluh-conflict", SuluhConflict);
