// A paragraph with bold, italic and links. The editor library is fetched when the first paragraph is entered, and only
// the paragraph being written has an editor: a story of 40 blocks stays light.
class SuluhRichText extends HTMLElement {
  connectedCallback() {
    if (this.view) return;
    [this.source, this.view] = [this.querySelector("textarea"), this.querySelector(".rich-view")];
    this.source.hidden = true;
    this.view.hidden = false;
    this.view.addEventListener("focus", () => this.open());
    this.view.addEventListener("click", () => this.open());
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close());
  }

  write(html) {
    this.source.value = html;
    this.view.innerHTML = html;
    this.editor?.editor.loadHTML(html);
  }

  async open() {
    this.isWanted = true;
    if (this.editor || this.isOpening) return;
    this.isOpening = true;
    const trix = await import(this.closest("[data-trix]").dataset.trix).catch(() => null);
    if (!trix) return this.goPlain();
    trix.default.config.attachments.preview = {};
    await customElements.whenDefined("trix-editor");
    const id = `rich-${this.source.id}`;
    const tools = this.closest("suluh-editor").querySelector("template[data-rich-tools]").content.cloneNode(true);
    tools.querySelector("trix-toolbar").id = `${id}-tools`;
    const value = Object.assign(document.createElement("input"), { type: "hidden", id, value: this.source.value });
    const editor = Object.assign(document.createElement("trix-editor"), { hidden: true });
    const said = { input: id, toolbar: `${id}-tools`, "aria-label": this.view.getAttribute("aria-label") };
    for (const [name, words] of Object.entries(said)) editor.setAttribute(name, words);
    editor.addEventListener("trix-initialize", () => this.started(editor), { once: true });
    editor.addEventListener("trix-file-accept", (event) => event.preventDefault());
    editor.addEventListener("trix-attachment-add", (event) => event.attachment.remove());
    editor.addEventListener("trix-before-paste", ({ paste }) => (paste.html &&= this.inline(paste.html)));
    editor.addEventListener("keydown", (event) => this.pressed(event), { capture: true });
    this.append(tools, value, editor);
  }

  // Without a line the library cannot come: the text is written as it is kept, with its tags.
  goPlain() {
    this.isOpening = false;
    this.source.hidden = false;
    this.source.focus();
    this.view.hidden = true;
    document.execCommand("insertText", false, this.view.take().early);
  }

  started(editor) {
    this.editor = editor;
    this.isOpening = false;
    if (!this.isWanted && !this.view.early) return this.close();
    editor.addEventListener("trix-change", () => {
      this.source.value = editor.value;
      this.source.dispatchEvent(new Event("input", { bubbles: true }));
    });
    editor.hidden = false;
    editor.focus();
    this.view.hidden = true;
    const { place, early } = this.view.take();
    const start = place ?? editor.editor.getDocument().toString().length - 1;
    this.select(...(this.range || [start, start]));
    if (early) editor.editor.insertString(early);
  }

  select(start, end) {
    this.range = [start, end];
    if (!this.editor) return this.open();
    this.editor.editor.setSelectedRange(this.range);
    this.range = null;
  }

  // Pictures, styles and scripts do not even reach the editor; the server cleans again.
  inline(html) {
    const bare = html.replace(/<(script|style|iframe|svg|math|title)\b[^]*?<\/\1\s*>/gi, "");
    return bare.replace(/<(?!\/?(?:b|strong|i|em|br|p|div|li|a)\b)[^>]*>/gi, "").replace(/<(\w+)\s(?!href=)[^>]*>/g, "<$1>");
  }

  pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("suluh:next", { bubbles: true }));
  }

  close() {
    this.isWanted = false;
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
