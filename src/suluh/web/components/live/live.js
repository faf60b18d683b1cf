// Watches over a part of the page that HTMX refreshes: another page than the one asked for (a sign-in, say) is not put in
// its place, and whoever looks is told that what stands here grows old. On a narrow window the chosen tab comes into view.
class SuluhLive extends HTMLElement {
  connectedCallback() {
    this.notice = this.querySelector("[data-stale]");
    this.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
    this.addEventListener("htmx:beforeSwap", (event) => this.arrived(event));
    this.addEventListener("htmx:afterRequest", (event) => this.tell(!event.detail.successful));
    this.addEventListener("htmx:sendError", () => this.tell(true));
  }

  arrived(event) {
    const { xhr, requestConfig } = event.detail;
    const asked = new URL(requestConfig.path, location.href).pathname;
    this.isForeign = new URL(xhr.responseURL).pathname !== asked;
    if (this.isForeign) event.detail.shouldSwap = false;
  }

  tell(isLost) {
    this.notice.hidden = !(isLost || this.isForeign);
  }
}

customElements.define("suluh-live", SuluhLive);
