// Adds, moves and removes blocks without asking the server. Each button says what it does in its value: "up:<id>".
class SuluhBlocks extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.bar = this.querySelector(".block-add");
    this.undo = this.querySelector(".block-undo");
    this.classList.add("is-alive");
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.addEventListener("suluh:next", (event) => this.add("paragraph", event.target.closest(".block")));
  }

  clicked(event) {
    const button = event.target.closest("button[name=do], button[data-here], button[data-undo]");
    if (!button) return;
    const [verb, rest] = (button.value || "").split(":");
    const block = button.closest(".block");
    if (button.hasAttribute("data-here")) this.bringBar(block);
    else if (button.hasAttribute("data-undo")) this.bringBack();
    else if (verb === "add") this.add(rest, this.bar.closest(".block"));
    else if (verb === "up" || verb === "down") this.move(block, verb);
    else if (verb === "remove") this.remove(block);
    else if (verb === "accept" || verb === "accept-all") this.accept(button);
    else return;
    event.preventDefault();
  }

  pressed(event) {
    const block = event.target.closest(".block");
    if (!block || !event.altKey || event.target.matches("select") || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    this.move(block, event.key === "ArrowUp" ? "up" : "down");
  }

  tell() {
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  bringBar(block) {
    block.append(this.bar);
    this.bar.querySelector("button").focus();
  }

  add(kind, after) {
    const id = crypto.getRandomValues(new Uint32Array(2)).reduce((text, n) => text + n.toString(36), "b");
    const holder = document.createElement("template");
    holder.innerHTML = this.querySelector(`template[data-kind="${kind}"]`).innerHTML.replaceAll("__id__", id);
    const block = holder.content.firstElementChild;
    if (after) after.after(block);
    else this.list.append(block);
    this.append(this.bar);
    const fields = [...block.querySelectorAll(".rich-view, textarea, input:not([type=hidden]), select")];
    fields.find((field) => !field.hidden)?.focus();
    this.tell();
  }

  move(block, way) {
    const other = way === "up" ? block.previousElementSibling : block.nextElementSibling;
    if (!other) return;
    // The neighbour moves, so that the block keeps its cursor.
    if (way === "up") block.after(other);
    else block.before(other);
    block.scrollIntoView({ block: "nearest" });
    this.tell();
  }

  remove(block) {
    if (block.contains(this.bar)) this.append(this.bar);
    this.removed = { block, next: block.nextElementSibling };
    const near = block.nextElementSibling || block.previousElementSibling;
    block.remove();
    this.undo.hidden = false;
    (near?.querySelector(".block-head button") || this.undo.querySelector("button")).focus();
    this.tell();
  }

  bringBack() {
    this.list.insertBefore(this.removed.block, this.removed.next?.isConnected ? this.removed.next : null);
    this.undo.hidden = true;
    this.removed.block.querySelector("button").focus();
    this.tell();
  }

  async accept(button) {
    const answer = await this.closest("suluh-editor").send(button.value);
    if (!answer) return;
    const done = button.value === "accept-all" ? this.querySelectorAll(".block-proposed") : [button.closest(".block")];
    for (const block of done) block.classList.remove("block-proposed");
    for (const note of this.querySelectorAll(".block:not(.block-proposed) .block-proposal")) note.remove();
    if (!this.querySelector(".block-proposed")) this.querySelector(".block-check")?.remove();
  }
}

customElements.define("suluh-blocks", SuluhBlocks);
