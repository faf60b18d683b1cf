// Shows its notice when allauth's passkey script reports that it could not go on.
class PasskeyTrouble extends HTMLElement {
  connectedCallback() {
    this.hear = (event) => {
      event.preventDefault();
      const notice = this.firstElementChild;
      notice.hidden = false;
      notice.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("allauth.error", this.hear);
  }

  disconnectedCallback() {
    document.removeEventListener("allauth.error", this.hear);
  }
}

customElements.define("passkey-trouble", PasskeyTrouble);
