// Single keys for a page. An element with data-key is pressed (or entered, where it takes text) by that key, the one in
// the card at hand first; with data-lands the key only leads there. j and k walk the elements with data-step. What a key
// does can be done without it.
const OFF = "suluh-tanpa-tombol";
const TYPED_IN = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

class SuluhKeys extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.dialog = this.querySelector("dialog");
    this.isOn = this.querySelector("input");
    this.isOn.checked = !localStorage.getItem(OFF);
    this.isOn.addEventListener("change", () => this.switched());
    this.querySelector("[data-opens]").addEventListener("click", () => this.dialog.showModal());
    this.pressed = (event) => this.press(event);
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.pressed);
  }

  switched() {
    if (this.isOn.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  }

  press(event) {
    const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (isChord || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.target.closest(TYPED_IN)) return event.key === "Escape" && event.target.blur();
    if (!this.isOn.checked) return;
    if (this.acted(event.key)) event.preventDefault();
  }

  acted(key) {
    if (key === "?") return this.dialog.showModal() ?? true;
    if (key === "j" || key === "k") return this.walk(key === "j" ? 1 : -1);
    const found = this.meant(key);
    if (!found) return false;
    found.closest("details")?.setAttribute("open", "");
    found.focus();
    if (!found.matches("input, textarea, select, [data-lands]")) found.click();
    return true;
  }

  meant(key) {
    const wanted = `[data-key="${CSS.escape(key)}"]`;
    const card = document.activeElement?.closest("[data-card]");
    const outside = [...document.querySelectorAll(wanted)].find((one) => !one.closest("[data-card]"));
    return card?.querySelector(wanted) ?? outside;
  }

  walk(by) {
    const steps = [...document.querySelectorAll("[data-step]")];
    if (!steps.length) return false;
    const card = document.activeElement?.closest("[data-card]");
    const here = steps.findIndex((step) => step === document.activeElement || card?.contains(step));
    const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), steps.length - 1);
    steps[next].focus();
    steps[next].scrollIntoView({ block: "nearest" });
    return true;
  }
}

customElements.define("suluh-keys", SuluhKeys);
