// Opens a native dialog from the link beside it. Without this script the link leads to a page with the same content.
class SuluhDialog extends HTMLElement {
  connectedCallback() {
    const opener = this.querySelector("[data-opens]");
    const dialog = this.querySelector("dialog");
    if (!opener || !dialog) return;
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      dialog.showModal();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
}

customElements.define("suluh-dialog", SuluhDialog);
