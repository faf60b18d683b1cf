// Pages that are swiped: buttons and a count beside what the browser does itself (touch, arrow keys in the focused run).
class SuluhSwipe extends HTMLElement {
  connectedCallback() {
    this.run = this.querySelector(".swipe-run");
    [this.back, this.on] = this.querySelectorAll(".swipe-step");
    this.count = this.querySelector(".swipe-count");
    for (const part of [this.back, this.on, this.count]) part.hidden = false;
    this.back.addEventListener("click", () => this.step(-1));
    this.on.addEventListener("click", () => this.step(1));
    this.run.addEventListener("keydown", (event) => this.pressed(event));
    this.run.addEventListener("scroll", () => this.tell(), { passive: true });
    this.tell();
  }

  get page() {
    return Math.round(this.run.scrollLeft / Math.max(1, this.run.clientWidth));
  }

  step(by) {
    this.run.scrollTo({ left: (this.page + by) * this.run.clientWidth });
  }

  pressed(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.step(by);
  }

  tell() {
    const last = Number(this.dataset.of) - 1;
    const page = Math.min(this.page, last);
    this.count.textContent = `${page + 1}/${last + 1}`;
    this.back.disabled = page === 0;
    this.on.disabled = page === last;
  }
}

customElements.define("suluh-swipe", SuluhSwipe);
