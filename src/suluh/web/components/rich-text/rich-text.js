// A paragraph with bold, italic and links. The editor library is fetched when the first paragraph is entered, and only
// the paragraph being written has an editor: a story of 40 blocks stays light.
class SuluhRichText extends HTMLElement {
  connectedCallback() {
    if (this.view) return;
    this.source = this.querySelector("textarea");
    this.view = this.querySelector(".rich-view");
    this.source.hidden = true;
    this.view.hidden = false;
    this.view.addEventListener("focus", () => this.open());
    this.view.addEventListener("click", (event) => event.preventDefault() || this.open());
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close());
  }

  write(html) {
    this.source.value = html;
    this.view.innerHTML = html;
    this.editor?.editor.loadHTML(html);
  }

  async open() {
    if (this.editor || this.isOpening) return;
    this.isOpening = true;
    const address = this.closest("[data-trix]").dataset.trix;
    const { default: Trix } = await import(address);
    Trix.config.attachments.preview = {};
    await customElements.whenDefined("trix-editor");
    const id = `rich-${this.source.id}`;
    const tools = this.closest("suluh-editor").querySelector("template[data-rich-tools]").content.cloneNode(true);
    tools.querySelector("trix-toolbar").id = `${id}-tools`;
    const value = Object.assign(document.createElement("input"), { type: "hidden", id, value: this.source.value });
    const editor = document.createElement("trix-editor");
    editor.setAttribute("input", id);
    editor.setAttribute("toolbar", `${id}-tools`);
    editor.setAttribute("aria-label", this.view.getAttribute("aria-label"));
    this.append(tools, value, editor);
    this.view.hidden = true;
    editor.addEventListener("trix-initialize", () => this.started(editor), { once: true });
    editor.addEventListener("trix-file-accept", (event) => event.preventDefault());
    editor.addEventListener("trix-attachment-add", (event) => event.attachment.remove());
    editor.addEventListener("keydown", (event) => this.pressed(event), { capture: true });
  }

  started(editor) {
    this.editor = editor;
    this.isOpening = false;
    editor.addEventListener("trix-change", () => {
      this.source.value = editor.value;
      this.source.dispatchEvent(new Event("input", { bubbles: true }));
    });
    editor.focus();
    if (this.range) this.select(...this.range);
  }

  select(start, end) {
    this.range = [start, end];
    if (!this.editor) return this.open();
    this.editor.editor.setSelectedRange([start, end]);
    this.range = null;
  }

  pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("suluh:next", { bubbles: true }));
  }

  close() {
    if (!this.editor) return;
    const shown = this.editor.querySelector(":scope > div")?.cloneNode(true) || this.editor.cloneNode(true);
    shown.querySelectorAll("[data-trix-cursor-target]").forEach((node) => node.remove());
    this.view.replaceChildren(...shown.childNodes);
    this.querySelectorAll("trix-toolbar, trix-editor, input[type=hidden]").forEach((node) => node.remove());
    this.editor = null;
    this.view.hidden = false;
  }
}

customElements.define("suluh-rich-text", SuluhRichText);
