// An element with a shadow root, a button that counts, and a field that echoes.
customElements.define('plain-box', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.className = 'count';
    button.textContent = '0';
    button.addEventListener('click', () => {
      button.textContent = String(Number(button.textContent) + 1);
    });
    button.addEventListener('pointerdown', (event) => {
      button.dataset.pointer = event.pointerType;
    });
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Echo');
    const echo = document.createElement('output');
    field.addEventListener('input', () => {
      echo.textContent = field.value;
    });
    root.append(button, field, echo);
  }
});
