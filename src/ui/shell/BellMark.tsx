/** Tocsin's mark: a bell in swing. */
export function BellMark() {
  return (
    <svg class="bell-mark" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <g fill="currentColor" transform="rotate(14 12 4)">
        <path d="M12 2.2a1.6 1.6 0 011.6 1.6v.6c2.9.7 4.6 3.1 4.6 6.3 0 3.5.8 5.1 2 6.2.5.5.2 1.4-.6 1.4H4.4c-.8 0-1.1-.9-.6-1.4 1.2-1.1 2-2.7 2-6.2 0-3.2 1.7-5.6 4.6-6.3v-.6A1.6 1.6 0 0112 2.2z" />
        <circle cx="12" cy="20.4" r="2" />
      </g>
    </svg>
  );
}
