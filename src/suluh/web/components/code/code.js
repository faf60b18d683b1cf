// Line numbers beside a text, marked where something is to be mended. Tab indents; Escape lets the next Tab leave.
class SuluhCode extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    this.numbers = this.querySelector("pre");
    this.marks = new Map();
    this.text.addEventListener("input", () => this.count());
    this.text.addEventListener("scroll", () => (this.numbers.scrollTop = this.text.scrollTop));
    this.text.addEventListener("keydown", (event) => this.pressed(event));
    this.text.addEventListener("blur", () => (this.isLeaving = false));
    this.count();
  }

  pressed(event) {
    if (event.key === "Escape") this.isLeaving = true;
    if (event.key !== "Tab" || event.shiftKey || this.isLeaving) return;
    event.preventDefault();
    this.text.setRangeText("  ", this.text.selectionStart, this.text.selectionEnd, "end");
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // marks: line numbers with whether they are only a warning.
  mark(marks) {
    this.marks = marks;
    this.counted = 0;
    this.count();
  }

  count() {
    const lines = this.text.value.split("\n").length;
    if (lines === this.counted) return;
    this.counted = lines;
    const shown = Array.from({ length: lines }, (_, at) => this.number(at + 1));
    this.numbers.replaceChildren(...shown.flatMap((number) => [number, "\n"]));
    this.numbers.scrollTop = this.text.scrollTop;
  }

  number(line) {
    if (!this.marks.has(line)) return String(line);
    const marked = document.createElement("b");
    marked.textContent = line;
    marked.classList.toggle("code-warning", this.marks.get(line));
    return marked;
  }

  goTo(line, column) {
    const lines = this.text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = start + (lines[line - 1] ?? "").length;
    this.closest("details")?.setAttribute("open", "");
    this.text.focus();
    this.text.setSelectionRange(column ? Math.min(end, start + column - 1) : start, end);
    this.text.scrollTop = (this.text.scrollHeight / lines.length) * Math.max(0, line - 4);
    this.scrollIntoView({ block: "nearest" });
  }
}

customElements.define("suluh-code", SuluhCode);
