/** What a page costs that does nothing but begin. */
import { render } from 'preact';

render(
  <p data-symbol="none">
    <span class="cell-last">0</span>
  </p>,
  document.body.appendChild(document.createElement('div')),
);
