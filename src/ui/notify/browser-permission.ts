import { isPageSeen } from '../state/sight.ts';
import type { PermissionPorts } from './permission.ts';

/** The real browser behind `createPermission`. */
export function browserPermission(isIosTab: boolean): PermissionPorts {
  return {
    notification: 'Notification' in window ? Notification : null,
    hasServiceWorker: 'serviceWorker' in navigator,
    isIosTab,
    onPossibleChange(read) {
      isPageSeen.subscribe(read);
      followPermissionStatus(read).catch(() => {
        // A browser that does not know the name: then it has to do that the page is seen again.
      });
    },
  };
}

/** Change events come at once. Rejects where the browser has none for notifications. */
async function followPermissionStatus(read: () => void): Promise<void> {
  const status = await navigator.permissions.query({ name: 'notifications' });
  status.addEventListener('change', read);
}
