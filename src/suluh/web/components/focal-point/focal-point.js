// A click on the picture sets the point that every crop keeps; the two number fields say the same.
class SuluhFocalPoint extends HTMLElement {
  connectedCallback() {
    this.picture = this.querySelector(".focal-picture");
    this.mark = this.querySelector(".focal-mark");
    this.across = this.querySelector("[name$=focal_x]");
    this.down = this.querySelector("[name$=focal_y]");
    this.mark.hidden = false;
    this.picture.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("input", () => this.show());
    this.show();
  }

  clicked(event) {
    const box = this.picture.getBoundingClientRect();
    this.across.value = this.share(event.clientX - box.left, box.width);
    this.down.value = this.share(event.clientY - box.top, box.height);
    this.across.dispatchEvent(new Event("input", { bubbles: true }));
  }

  share(part, whole) {
    return Math.min(1, Math.max(0, part / whole)).toFixed(2);
  }

  show() {
    this.mark.style.left = `${Number(this.across.value) * 100}%`;
    this.mark.style.top = `${Number(this.down.value) * 100}%`;
  }
}

customElements.define("suluh-focal-point", SuluhFocalPoint);
