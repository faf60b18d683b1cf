// Paints the sample with the colours and names of the form beside it, and says where the contrast is too small.
// The rule is that of agencies/colours.py (WCAG 2.2), which decides when the form is sent.
function luminance(colour) {
  const linear = [1, 3, 5].map((start) => {
    const share = parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

class BrandSample extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("input", () => this.paint());
    this.paint();
  }

  value(name) {
    return this.form.elements.namedItem(name)?.value ?? "";
  }

  paint() {
    for (const part of this.querySelectorAll("[data-fill]")) part.setAttribute("fill", this.value(part.dataset.fill));
    for (const part of this.querySelectorAll("[data-text]")) part.textContent = this.value(part.dataset.text);
    for (const line of this.querySelectorAll("[data-pair]")) this.judge(line);
  }

  judge(line) {
    const [text, ground] = line.dataset.pair.split(" ");
    const ratio = contrast(this.value(text), this.value(ground));
    const isEnough = ratio >= Number(line.dataset.least);
    line.className = isEnough ? "brand-sample-good" : "brand-sample-weak";
    const said = (Math.floor(ratio * 10) / 10).toFixed(1);
    const sentence = line.firstElementChild;
    sentence.textContent = sentence.textContent.replace(/\d+\.\d( : 1)/, `${said}$1`);
  }
}

customElements.define("brand-sample", BrandSample);
