import type { PermissionPorts } from './permission.ts';

/** The real browser behind `createPermission`. */
export function browserPermission(isIosTab: boolean): PermissionPorts {
  return {
    notification: 'Notification' in window ? Notification : null,
    hasServiceWorker: 'serviceWorker' in navigator,
    isIosTab,
    onPossibleChange(read) {
      document.addEventListener('visibilitychange', read);
      void followPermissionStatus(read);
    },
  };
}

/**
 * Change events come at once, visibility only on return. A browser that does not know the name
 * `notifications` rejects the query; then visibility has to do.
 */
async function followPermissionStatus(read: () => void): Promise<boolean> {
  if (!('permissions' in navigator)) return false;
  try {
    const status = await navigator.permissions.query({ name: 'notifications' });
    status.addEventListener('change', read);
    return true;
  } catch {
    return false;
  }
}
