// Copies the text it holds. Without script the text itself can be marked and copied.
class SuluhCopy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const words = button.querySelector("span:last-child");
    const before = words.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = this.querySelector("[data-copy]");
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      words.textContent = this.dataset.done;
      setTimeout(() => (words.textContent = before), 2000);
    });
  }
}

customElements.define("suluh-copy", SuluhCopy);
