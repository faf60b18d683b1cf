// A paragraph as it is read. Until its editor has come it remembers where it was entered and the letters typed early.
class SuluhRichView extends HTMLElement {
  constructor() {
    super();
    this.early = "";
    this.addEventListener("pointerdown", (event) => (this.place = this.placeOf(event)));
    this.addEventListener("keydown", (event) => this.typed(event));
    this.addEventListener("click", (event) => event.preventDefault());
  }

  placeOf({ clientX, clientY }) {
    const at = document.caretPositionFromPoint?.(clientX, clientY);
    if (!at || !this.contains(at.offsetNode)) return null;
    const before = document.createRange();
    before.setStart(this, 0);
    before.setEnd(at.offsetNode, at.offset);
    return before.toString().length;
  }

  typed(event) {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.early += event.key;
  }

  // Hands over what it remembers: the place, null for the end, and the letters.
  take() {
    const { place = null, early } = this;
    [this.place, this.early] = [null, ""];
    return { place, early };
  }
}

customElements.define("suluh-rich-view", SuluhRichView);
