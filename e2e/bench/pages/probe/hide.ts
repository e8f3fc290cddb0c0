/** Opens an empty page in front of this one, as a user who goes on to something else. */
import { command, report } from './report.ts';

export function hideOnCommand(): void {
  void command('hide').then(() => window.open('/pages/blank.html'));
  document.addEventListener('visibilitychange', () => {
    void report('visibility', document.visibilityState);
  });
}
