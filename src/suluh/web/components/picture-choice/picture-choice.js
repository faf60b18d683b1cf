// Shows the chosen picture small, and takes over its description where none is written yet.
class SuluhPictureChoice extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector("select");
    this.shot = this.querySelector("img");
    this.select.addEventListener("change", () => this.chosen());
    this.show();
  }

  chosen() {
    const { alt = "", credit = "", x = "0.5", y = "0.5" } = this.select.selectedOptions[0].dataset;
    const said = { alt, credit, focal_x: x, focal_y: y };
    for (const [name, value] of Object.entries(said)) {
      const control = this.closest(".block")?.querySelector(`[name$=":${name}"]`);
      if (control && (!control.value.trim() || name.startsWith("focal"))) control.value = value;
    }
    this.show();
  }

  show() {
    const address = this.select.selectedOptions[0]?.dataset.small;
    this.shot.hidden = !address;
    if (address) this.shot.src = address;
  }
}

customElements.define("suluh-picture-choice", SuluhPictureChoice);
