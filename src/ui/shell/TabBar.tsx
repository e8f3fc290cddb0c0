import { activeAlerts } from '../state/alerts.ts';
import { TABS, activeTab } from '../state/layout.ts';
import { text } from '../text/text.ts';
import { Icon } from './Icon.tsx';
import './tab-bar.css';

/** The bar at the bottom of a narrow screen. */
export function TabBar() {
  const words = text().app;
  const unread = activeAlerts.value.length;
  return (
    <nav class="tab-bar" aria-label={words.tabsLabel}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={activeTab.value === tab ? 'page' : undefined}
          onClick={() => (activeTab.value = tab)}
        >
          <Icon name={tab} size={20} />
          {words.tabs[tab]}
          {tab === 'alerts' && unread > 0 ? (
            <span class="tab-count">
              <span aria-hidden="true">{unread}</span>
              <span class="visually-hidden">{words.unreadTab(unread)}</span>
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  );
}
