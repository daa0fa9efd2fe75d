// Defines `<dateline-widget>`, unless the page has one already.

import { DatelineWidget } from './element.js';

if (!customElements.get('dateline-widget')) customElements.define('dateline-widget', DatelineWidget);

export { DatelineWidget };
