import type { ComponentChildren } from 'preact';
import { isDemo } from '../state/engine.ts';
import { isSettingsOpen, isShortcutListOpen } from '../state/layout.ts';
import { text } from '../text/text.ts';
import { BellMark } from './BellMark.tsx';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import { Icon } from './Icon.tsx';
import './header.css';

/** Name, link to the exchange, and what the user can switch on. `children` are those switches. */
export function Header({ children }: { children?: ComponentChildren }) {
  const words = text().app;
  return (
    <header class="header">
      <h1 class="brand">
        <BellMark />
        <span>{words.name}</span>
      </h1>
      {isDemo.value ? (
        <span class="demo-badge" title={words.demoMeaning}>
          {words.demo}
        </span>
      ) : null}
      <ConnectionStatus />
      <div class="header-actions">{children}</div>
      <button
        type="button"
        class="icon-button header-shortcuts"
        aria-label={text().shortcuts.open}
        aria-haspopup="dialog"
        title={text().shortcuts.open}
        onClick={() => (isShortcutListOpen.value = true)}
      >
        <Icon name="keyboard" />
      </button>
      <button
        type="button"
        class="icon-button header-settings"
        aria-label={words.settings}
        aria-haspopup="dialog"
        title={words.settings}
        onClick={() => (isSettingsOpen.value = true)}
      >
        <Icon name="gear" />
      </button>
    </header>
  );
}
